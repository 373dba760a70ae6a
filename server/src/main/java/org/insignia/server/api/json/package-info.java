/**
 * How the API reads bodies and writes lists. Start at {@link org.insignia.server.api.json.Body}.
 */
@NullMarked
package org.insignia.server.api.json;

import org.jspecify.annotations.NullMarked;
