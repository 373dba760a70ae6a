/**
 * What the people who run a programme and its server see first. Start at {@link
 * org.insignia.server.console.FirstStart}.
 */
@NullMarked
package org.insignia.server.console;

import org.jspecify.annotations.NullMarked;
