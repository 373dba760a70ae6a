/**
 * A second factor: codes by time (RFC 6238) and recovery codes. Start at {@link
 * org.insignia.server.accounts.totp.SecondFactor}.
 */
@NullMarked
package org.insignia.server.accounts.totp;

import org.jspecify.annotations.NullMarked;
