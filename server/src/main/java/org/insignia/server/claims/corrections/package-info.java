/**
 * A name on a badge that is wrong: the earner asks, the issuer decides, a corrected copy is issued.
 * Start at {@link org.insignia.server.claims.corrections.Corrections}.
 */
@NullMarked
package org.insignia.server.claims.corrections;

import org.jspecify.annotations.NullMarked;
