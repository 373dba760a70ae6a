/**
 * The tokens with which programs speak for an organisation. Start at {@link
 * org.insignia.server.api.tokens.Callers}.
 */
@NullMarked
package org.insignia.server.api.tokens;

import org.jspecify.annotations.NullMarked;
