/**
 * What delivery providers report and whom they report it of. Start at {@link
 * org.insignia.server.results.Intake}.
 */
@NullMarked
package org.insignia.server.results;

import org.jspecify.annotations.NullMarked;
