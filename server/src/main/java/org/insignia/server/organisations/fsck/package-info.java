/**
 * Which rows are organisations. Start at {@link
 * org.insignia.server.organisations.fsck.OrganisationRows}.
 */
@NullMarked
package org.insignia.server.organisations.fsck;

import org.jspecify.annotations.NullMarked;
