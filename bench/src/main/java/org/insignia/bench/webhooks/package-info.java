/**
 * Subscribers to webhooks, as many as are wanted, on this machine. Start at {@link
 * org.insignia.bench.webhooks.Receivers}.
 */
@org.jspecify.annotations.NullMarked
package org.insignia.bench.webhooks;
