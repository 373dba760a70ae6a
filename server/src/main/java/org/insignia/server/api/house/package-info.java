/**
 * The organisation itself for programs: what it says of itself, who works there, what was changed
 * and how its badges fare. Start at {@link org.insignia.server.api.house.OrganisationApi}.
 */
@NullMarked
package org.insignia.server.api.house;

import org.jspecify.annotations.NullMarked;
