/**
 * What is told of parts the server can do without. Start at {@link
 * org.insignia.server.platform.health.HealthNote}.
 */
@NullMarked
package org.insignia.server.platform.health;

import org.jspecify.annotations.NullMarked;
