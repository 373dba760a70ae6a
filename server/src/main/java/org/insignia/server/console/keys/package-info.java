/**
 * The keys of an organisation, for its owners. Start at {@link
 * org.insignia.server.console.keys.KeyPages}.
 */
@NullMarked
package org.insignia.server.console.keys;

import org.jspecify.annotations.NullMarked;
