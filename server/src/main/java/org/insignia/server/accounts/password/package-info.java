/**
 * Passwords by NIST SP 800-63B-4: length, a block-list, no composition rules. Start at {@link
 * org.insignia.server.accounts.password.Passwords}.
 */
@NullMarked
package org.insignia.server.accounts.password;

import org.jspecify.annotations.NullMarked;
