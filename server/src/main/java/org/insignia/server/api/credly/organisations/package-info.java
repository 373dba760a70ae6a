/**
 * What an organisation is, its tokens and its clients, for programs of this tree. Start at {@link
 * org.insignia.server.api.credly.organisations.OrganizationsApi}.
 */
@NullMarked
package org.insignia.server.api.credly.organisations;

import org.jspecify.annotations.NullMarked;
