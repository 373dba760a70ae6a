/**
 * Commands that need no server: verify, inspect, sign and bake. Start at {@link
 * org.insignia.cli.badge.Insignia}.
 */
@NullMarked
package org.insignia.cli.badge;

import org.jspecify.annotations.NullMarked;
