/**
 * What was accepted when, for those who count. Start at {@link
 * org.insignia.server.claims.figures.Acceptances}.
 */
@NullMarked
package org.insignia.server.claims.figures;

import org.jspecify.annotations.NullMarked;
