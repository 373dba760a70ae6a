/**
 * PostgreSQL: embedded or external, and its migrations. Start at {@link
 * org.insignia.server.platform.database.EmbeddedDatabase}.
 */
@NullMarked
package org.insignia.server.platform.database;

import org.jspecify.annotations.NullMarked;
