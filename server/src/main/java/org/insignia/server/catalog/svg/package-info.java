/**
 * Reads drawings that strangers bring as SVG, down to pixels: shapes, colours and gradients, and
 * nothing that acts or points elsewhere. Start at {@link
 * org.insignia.server.catalog.svg.SvgPicture}.
 */
@NullMarked
package org.insignia.server.catalog.svg;

import org.jspecify.annotations.NullMarked;
