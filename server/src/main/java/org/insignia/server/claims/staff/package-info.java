/**
 * The pages on which an issuer's staff see what became of their badges. Start at {@link
 * org.insignia.server.claims.staff.OfferPages}.
 */
@NullMarked
package org.insignia.server.claims.staff;

import org.jspecify.annotations.NullMarked;
