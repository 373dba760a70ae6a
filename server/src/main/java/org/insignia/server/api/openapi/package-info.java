/**
 * The description of the API, for programs as OpenAPI 3.1 and for people. Start at {@link
 * org.insignia.server.api.openapi.Description}.
 */
@NullMarked
package org.insignia.server.api.openapi;

import org.jspecify.annotations.NullMarked;
