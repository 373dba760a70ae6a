/**
 * Two accounts of one person become one, and apart again where that was wrong. Start at {@link
 * org.insignia.server.accounts.merge.AccountMerges}.
 */
@NullMarked
package org.insignia.server.accounts.merge;

import org.jspecify.annotations.NullMarked;
