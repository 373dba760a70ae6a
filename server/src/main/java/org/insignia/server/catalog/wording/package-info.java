/**
 * What the catalogue says of itself in each language, and how its badges look. Start at {@link
 * org.insignia.server.catalog.wording.EntryWords}.
 */
@NullMarked
@NamedInterface("wording")
package org.insignia.server.catalog.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
