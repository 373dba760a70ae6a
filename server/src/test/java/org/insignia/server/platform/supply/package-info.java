/** What the server is made of. Start at {@link org.insignia.server.platform.supply.SupplyTest}. */
@NullMarked
package org.insignia.server.platform.supply;

import org.jspecify.annotations.NullMarked;
