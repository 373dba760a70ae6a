/**
 * The people whom an organisation knows by their results and badges, and which candidate records
 * are one person's. Start at {@link org.insignia.server.api.people.PeopleApi}.
 */
@NullMarked
package org.insignia.server.api.people;

import org.jspecify.annotations.NullMarked;
