/**
 * The whole server in a test, on a real database. Start at {@link
 * org.insignia.server.platform.testing.ServerTest}.
 */
@NullMarked
package org.insignia.server.platform.testing;

import org.jspecify.annotations.NullMarked;
