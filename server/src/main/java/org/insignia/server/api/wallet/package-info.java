/**
 * Badges fetched into wallets by OpenID for Verifiable Credential Issuance 1.0. Start at {@link
 * org.insignia.server.api.wallet.WalletApi}; the owner's side is {@link
 * org.insignia.server.api.wallet.WalletPages}.
 */
@NullMarked
package org.insignia.server.api.wallet;

import org.jspecify.annotations.NullMarked;
