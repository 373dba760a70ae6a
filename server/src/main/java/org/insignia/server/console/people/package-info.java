/**
 * The people of an organisation, and what happened to one of them, in order. Start at {@link
 * org.insignia.server.console.people.Timeline}.
 */
@NullMarked
package org.insignia.server.console.people;

import org.jspecify.annotations.NullMarked;
