/** A program that speaks to the API. Start at {@link org.insignia.server.api.testing.Program}. */
@NullMarked
package org.insignia.server.api.testing;

import org.jspecify.annotations.NullMarked;
