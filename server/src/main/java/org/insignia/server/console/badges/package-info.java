/**
 * The badges of an organisation, filtered and taken away as a file. Start at {@link
 * org.insignia.server.console.badges.Badges}.
 */
@NullMarked
package org.insignia.server.console.badges;

import org.jspecify.annotations.NullMarked;
