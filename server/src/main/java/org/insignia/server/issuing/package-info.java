/**
 * Awards become signed credentials: decided once, stored before they are signed, stored again
 * before anybody hears of them. Start at {@link org.insignia.server.issuing.Credentials}.
 */
@NullMarked
package org.insignia.server.issuing;

import org.jspecify.annotations.NullMarked;
