/**
 * The part of the visual language that is computed. Start at {@link
 * org.insignia.server.platform.look.Accent}.
 */
@NullMarked
package org.insignia.server.platform.look;

import org.jspecify.annotations.NullMarked;
