/**
 * What happened in an organisation, in the words of webhooks, for its staff and its programs. Start
 * at {@link org.insignia.server.api.events.Events}.
 */
@NullMarked
package org.insignia.server.api.events;

import org.jspecify.annotations.NullMarked;
