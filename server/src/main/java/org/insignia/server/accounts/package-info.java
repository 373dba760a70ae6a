/**
 * People: sign-up, addresses, sign-in, passwords, sessions. Start at {@link
 * org.insignia.server.accounts.Accounts}, and for what happens on the way in at {@link
 * org.insignia.server.accounts.SignUps}.
 */
@NullMarked
package org.insignia.server.accounts;

import org.jspecify.annotations.NullMarked;
