/**
 * Sets text as outlines, from a font of our own and without the machine's. Start at {@link
 * org.insignia.server.catalog.design.lettering.TextBlock}.
 */
@NullMarked
package org.insignia.server.catalog.design.lettering;

import org.jspecify.annotations.NullMarked;
