/**
 * What must always hold of credentials, their documents and status lists. Start at {@link
 * org.insignia.server.issuing.fsck.DocumentVerifies}.
 */
@NullMarked
package org.insignia.server.issuing.fsck;

import org.jspecify.annotations.NullMarked;
