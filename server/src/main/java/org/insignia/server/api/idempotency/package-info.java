/**
 * Requests that may come twice and have their effect once. Start at {@link
 * org.insignia.server.api.idempotency.KeyFilter}.
 */
@NullMarked
package org.insignia.server.api.idempotency;

import org.jspecify.annotations.NullMarked;
