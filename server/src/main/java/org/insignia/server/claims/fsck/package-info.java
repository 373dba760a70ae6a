/**
 * What must always hold of badges as they were offered and taken. Start at {@link
 * org.insignia.server.claims.fsck.OneOwner}.
 */
@NullMarked
package org.insignia.server.claims.fsck;

import org.jspecify.annotations.NullMarked;
