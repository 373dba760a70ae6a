/**
 * Pages that many ask for at once are rendered once a second. Start at {@link
 * org.insignia.server.platform.hot.HotPages}.
 */
@NullMarked
package org.insignia.server.platform.hot;

import org.jspecify.annotations.NullMarked;
