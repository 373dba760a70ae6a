/**
 * Small files and catalogues for tests of results. Start at {@link
 * org.insignia.server.results.testing.Rows}.
 */
@NullMarked
package org.insignia.server.results.testing;

import org.jspecify.annotations.NullMarked;
