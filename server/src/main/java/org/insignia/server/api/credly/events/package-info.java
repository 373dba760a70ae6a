/**
 * What happened, for programs of this tree, which are told of it in few words and ask here for the
 * rest. Start at {@link org.insignia.server.api.credly.events.CredlyEventsApi}.
 */
@NullMarked
package org.insignia.server.api.credly.events;

import org.jspecify.annotations.NullMarked;
