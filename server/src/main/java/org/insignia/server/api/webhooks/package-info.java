/**
 * Tells the programs of an organisation what happens to its badges. Start at {@link
 * org.insignia.server.api.webhooks.Deliveries}.
 */
@NullMarked
package org.insignia.server.api.webhooks;

import org.jspecify.annotations.NullMarked;
