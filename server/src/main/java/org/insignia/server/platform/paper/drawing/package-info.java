/**
 * What stands on a sheet once everything has its place: letters, shapes and pictures, and what they
 * are for those who do not see them. Start at {@link
 * org.insignia.server.platform.paper.drawing.Leaf}.
 */
@NullMarked
package org.insignia.server.platform.paper.drawing;

import org.jspecify.annotations.NullMarked;
