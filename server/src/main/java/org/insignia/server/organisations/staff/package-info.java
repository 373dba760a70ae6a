/**
 * Who works for an organisation: inviting colleagues, changing what they may do, leaving. Start at
 * {@link org.insignia.server.organisations.staff.Invitations}.
 */
@NullMarked
package org.insignia.server.organisations.staff;

import org.jspecify.annotations.NullMarked;
