/**
 * Text of any script as glyphs of the bundled fonts: which font has which character, shaping, both
 * directions, lines. Start at {@link org.insignia.server.platform.fonts.Paragraph}.
 */
@NullMarked
package org.insignia.server.platform.fonts;

import org.jspecify.annotations.NullMarked;
