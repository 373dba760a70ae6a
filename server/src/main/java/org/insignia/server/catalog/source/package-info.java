/**
 * Reads catalogue files into facts, row by row, and says what it could not read. Start at {@link
 * org.insignia.server.catalog.source.CatalogSource}.
 */
@NullMarked
@NamedInterface("source")
package org.insignia.server.catalog.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
