/**
 * "Why is my badge missing?": the walk from the delivery provider to the public page, what stands
 * in the way, and the button that mends it. Start at {@link
 * org.insignia.server.support.missing.Walk}.
 */
@NullMarked
package org.insignia.server.support.missing;

import org.jspecify.annotations.NullMarked;
