/** Pages of badges from elsewhere. Start at {@code ForeignImportPages}. */
@NullMarked
package org.insignia.server.sharing.foreign.web;

import org.jspecify.annotations.NullMarked;
