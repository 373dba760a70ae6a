/**
 * Badges as they were given to wallets: each about the wallet's own key, and out of force when the
 * badge is. Start at {@link org.insignia.server.issuing.copies.WalletCopies}.
 */
@NullMarked
package org.insignia.server.issuing.copies;

import org.jspecify.annotations.NullMarked;
