/**
 * Badges of elsewhere that an earner keeps here, for programs that they allowed. Start at {@link
 * org.insignia.server.api.me.imports.MyImportsApi}.
 */
@NullMarked
package org.insignia.server.api.me.imports;

import org.jspecify.annotations.NullMarked;
