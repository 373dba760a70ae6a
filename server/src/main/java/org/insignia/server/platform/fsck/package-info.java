/**
 * The check of everything that is stored against what must always hold. Each feature says its own
 * rules in a package {@code fsck} of its own; nothing there needs more of the server than the
 * database. Start at {@link org.insignia.server.platform.fsck.Examination}.
 */
@NullMarked
package org.insignia.server.platform.fsck;

import org.jspecify.annotations.NullMarked;
