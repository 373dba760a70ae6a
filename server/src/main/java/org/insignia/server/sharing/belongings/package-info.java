/**
 * What earners made here goes with their account. Start at {@link
 * org.insignia.server.sharing.belongings.Belongings}.
 */
@NullMarked
package org.insignia.server.sharing.belongings;

import org.jspecify.annotations.NullMarked;
