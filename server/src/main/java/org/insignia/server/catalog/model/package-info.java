/**
 * The catalogue as plain values: what can be passed, and what that gives. Start at {@link
 * org.insignia.server.catalog.model.CatalogVersion}.
 */
@NullMarked
@NamedInterface("model")
package org.insignia.server.catalog.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
