/** What a badge looks like. Start at {@link org.insignia.server.catalog.design.Design}. */
@NullMarked
package org.insignia.server.catalog.design;

import org.jspecify.annotations.NullMarked;
