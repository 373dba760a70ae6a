/**
 * Reminding people of badges that wait for them, until they decide or ask for silence. Start at
 * {@link org.insignia.server.claims.reminders.Reminders}.
 */
@NullMarked
package org.insignia.server.claims.reminders;

import org.jspecify.annotations.NullMarked;
