/** Where people take everything away. Start at {@code ExportPages}. */
@NullMarked
package org.insignia.server.sharing.export.web;

import org.jspecify.annotations.NullMarked;
