/**
 * How operators found organisations. Start at {@link
 * org.insignia.server.organisations.founding.Founding}.
 */
@NullMarked
package org.insignia.server.organisations.founding;

import org.jspecify.annotations.NullMarked;
