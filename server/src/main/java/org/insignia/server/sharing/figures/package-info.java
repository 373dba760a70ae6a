/**
 * What happened to an issuer's badges, counted by day. Start at {@link
 * org.insignia.server.sharing.figures.Figures}.
 */
@NullMarked
package org.insignia.server.sharing.figures;

import org.jspecify.annotations.NullMarked;
