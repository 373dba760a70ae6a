/**
 * What must always hold of awards, and what others ask of them. Start at {@link
 * org.insignia.server.eligibility.fsck.AwardOnce}.
 */
@NullMarked
package org.insignia.server.eligibility.fsck;

import org.jspecify.annotations.NullMarked;
