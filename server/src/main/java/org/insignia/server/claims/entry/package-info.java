/**
 * Getting at one's badges by a link to one's mailbox, without a password. Start at {@link
 * org.insignia.server.claims.entry.EntryLinks}.
 */
@NullMarked
package org.insignia.server.claims.entry;

import org.jspecify.annotations.NullMarked;
