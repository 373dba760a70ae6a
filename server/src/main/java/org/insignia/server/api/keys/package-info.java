/**
 * The keys of an organisation, for programs of its owners. Start at {@link
 * org.insignia.server.api.keys.KeysApi}.
 */
@NullMarked
package org.insignia.server.api.keys;

import org.jspecify.annotations.NullMarked;
