/**
 * The keys with which organisations sign; private keys never leave this package. Start at {@link
 * org.insignia.server.keys.SigningKeys}.
 */
@NullMarked
package org.insignia.server.keys;

import org.jspecify.annotations.NullMarked;
