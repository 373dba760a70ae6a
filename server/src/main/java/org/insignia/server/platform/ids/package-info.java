/** Time-ordered identifiers. Start at {@link org.insignia.server.platform.ids.Ids}. */
@NullMarked
package org.insignia.server.platform.ids;

import org.jspecify.annotations.NullMarked;
