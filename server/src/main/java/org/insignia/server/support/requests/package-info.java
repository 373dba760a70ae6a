/**
 * Requests for support: asked of an organisation or the operator, answered in a thread, with mails
 * both ways. Start at {@link org.insignia.server.support.requests.Requests}.
 */
@NullMarked
package org.insignia.server.support.requests;

import org.jspecify.annotations.NullMarked;
