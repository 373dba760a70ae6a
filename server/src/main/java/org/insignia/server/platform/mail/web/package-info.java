/**
 * The local mailbox as a page and as JSON. Start at {@link
 * org.insignia.server.platform.mail.web.MailboxPages}.
 */
@NullMarked
package org.insignia.server.platform.mail.web;

import org.jspecify.annotations.NullMarked;
