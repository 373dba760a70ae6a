/** Which counts belong to whom. Start at {@link org.insignia.server.sharing.fsck.ReachRows}. */
@NullMarked
package org.insignia.server.sharing.fsck;

import org.jspecify.annotations.NullMarked;
