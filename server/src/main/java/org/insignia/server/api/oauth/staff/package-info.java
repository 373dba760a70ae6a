/**
 * The clients of an organisation in its console. Start at {@link
 * org.insignia.server.api.oauth.staff.ClientPages}.
 */
@NullMarked
package org.insignia.server.api.oauth.staff;

import org.jspecify.annotations.NullMarked;
