/**
 * Mail: addresses, the outbox, the sender and the local sink. Start at {@link
 * org.insignia.server.platform.mail.Outbox}.
 */
@NullMarked
package org.insignia.server.platform.mail;

import org.jspecify.annotations.NullMarked;
