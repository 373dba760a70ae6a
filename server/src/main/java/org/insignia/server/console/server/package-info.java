/**
 * The page on which operators see how the server fares. Start at {@link
 * org.insignia.server.console.server.ServerPages}.
 */
@NullMarked
package org.insignia.server.console.server;

import org.jspecify.annotations.NullMarked;
