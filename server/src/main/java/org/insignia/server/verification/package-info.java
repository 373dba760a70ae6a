/**
 * Judges anybody's badge, our own like all others. Start at {@link
 * org.insignia.server.verification.Verification}.
 */
@NullMarked
package org.insignia.server.verification;

import org.jspecify.annotations.NullMarked;
