package org.insignia.server.catalog.handmade;

import java.time.Instant;
import org.insignia.server.catalog.design.DesignId;
import org.jspecify.annotations.Nullable;

/**
 * One of the looks that an achievement had.
 *
 * @param number counts from 1
 * @param byHand whether staff gave it; else it followed from the catalogue
 * @param since null where that was not yet noted
 */
public record LookVersion(DesignId id, int number, boolean byHand, @Nullable Instant since) {}
