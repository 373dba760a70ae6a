/**
 * What people read of a verification. Start at {@link
 * org.insignia.server.verification.view.ReportView}.
 */
@NullMarked
package org.insignia.server.verification.view;

import org.jspecify.annotations.NullMarked;
