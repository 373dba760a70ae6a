/**
 * The page on which operators see whether all that is stored is sound. Start at {@link
 * org.insignia.server.console.health.HealthPages}.
 */
@NullMarked
package org.insignia.server.console.health;

import org.jspecify.annotations.NullMarked;
