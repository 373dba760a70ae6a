/**
 * Everything that is kept about a person, to take away. Start at {@link
 * org.insignia.server.sharing.export.Export}.
 */
@NullMarked
package org.insignia.server.sharing.export;

import org.jspecify.annotations.NullMarked;
