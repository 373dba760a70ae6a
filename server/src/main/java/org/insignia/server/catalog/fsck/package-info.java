/**
 * Which rows of the catalogue belong to whom. Start at {@link
 * org.insignia.server.catalog.fsck.CatalogRows}.
 */
@NullMarked
package org.insignia.server.catalog.fsck;

import org.jspecify.annotations.NullMarked;
