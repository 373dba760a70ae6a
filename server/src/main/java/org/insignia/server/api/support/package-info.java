/**
 * Requests for support, for programs that answer them. Start at {@link
 * org.insignia.server.api.support.RequestsApi}.
 */
@NullMarked
package org.insignia.server.api.support;

import org.jspecify.annotations.NullMarked;
