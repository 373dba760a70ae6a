/**
 * What must always hold of keys, and what others ask of them. Start at {@link
 * org.insignia.server.keys.fsck.PublishedKeyStore}.
 */
@NullMarked
package org.insignia.server.keys.fsck;

import org.jspecify.annotations.NullMarked;
