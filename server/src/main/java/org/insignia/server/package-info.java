/**
 * The server: one package per feature, arrows as in ARCHITECTURE.md. Start at {@link
 * org.insignia.server.Insignia}.
 */
@NullMarked
package org.insignia.server;

import org.jspecify.annotations.NullMarked;
