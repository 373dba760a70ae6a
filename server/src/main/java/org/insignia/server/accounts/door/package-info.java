/**
 * What stands between a browser and its session, for all pages of accounts. Start at {@link
 * org.insignia.server.accounts.door.Door}.
 */
@NullMarked
package org.insignia.server.accounts.door;

import org.jspecify.annotations.NullMarked;
