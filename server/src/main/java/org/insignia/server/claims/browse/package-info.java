/**
 * Which badges of an organisation were accepted, declined or shown, for who looks for badges by
 * that. Start at {@link org.insignia.server.claims.browse.AnsweredBadges}.
 */
@NullMarked
package org.insignia.server.claims.browse;

import org.jspecify.annotations.NullMarked;
