/**
 * Commands that speak to a running server of this machine. Start at {@link
 * org.insignia.cli.server.ImportCommand}.
 */
@NullMarked
package org.insignia.cli.server;

import org.jspecify.annotations.NullMarked;
