/**
 * What must always hold of results and how they came in. Start at {@link
 * org.insignia.server.results.fsck.ResultOnce}.
 */
@NullMarked
package org.insignia.server.results.fsck;

import org.jspecify.annotations.NullMarked;
