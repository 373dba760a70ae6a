/**
 * The JSON endpoints under {@code /rest/v1}. Start at {@link
 * org.insignia.server.api.web.ImportsApi}.
 */
@NullMarked
package org.insignia.server.api.web;

import org.jspecify.annotations.NullMarked;
