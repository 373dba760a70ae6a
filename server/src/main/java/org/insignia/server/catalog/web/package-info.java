/**
 * Pages of the catalogue for an organisation's staff. Start at {@link
 * org.insignia.server.catalog.web.CataloguePages}.
 */
@NullMarked
package org.insignia.server.catalog.web;

import org.jspecify.annotations.NullMarked;
