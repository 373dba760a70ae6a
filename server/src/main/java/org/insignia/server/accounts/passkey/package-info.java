/**
 * Passkeys (WebAuthn Level 3): made, named, removed, used to sign in. Start at {@link
 * org.insignia.server.accounts.passkey.Passkeys}.
 */
@NullMarked
package org.insignia.server.accounts.passkey;

import org.jspecify.annotations.NullMarked;
