/**
 * What staff make and change by hand: achievements, their words and their looks. Start at {@link
 * org.insignia.server.catalog.handmade.HandMade}.
 */
@NullMarked
@NamedInterface("handmade")
package org.insignia.server.catalog.handmade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
