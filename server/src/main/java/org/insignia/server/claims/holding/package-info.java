/**
 * Badges follow their owner's account: merged, parted, erased. Start at {@link
 * org.insignia.server.claims.holding.Holdings}.
 */
@NullMarked
package org.insignia.server.claims.holding;

import org.jspecify.annotations.NullMarked;
