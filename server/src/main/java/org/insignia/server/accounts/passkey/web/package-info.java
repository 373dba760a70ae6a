/**
 * Passkeys in the browser. Start at {@link
 * org.insignia.server.accounts.passkey.web.NewPasskeyPage}.
 */
@NullMarked
package org.insignia.server.accounts.passkey.web;

import org.jspecify.annotations.NullMarked;
