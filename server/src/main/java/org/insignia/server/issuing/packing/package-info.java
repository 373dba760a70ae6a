/**
 * Signed documents in few bytes. Start at {@link
 * org.insignia.server.issuing.packing.PackedDocument}.
 */
@NullMarked
package org.insignia.server.issuing.packing;

import org.jspecify.annotations.NullMarked;
