/**
 * Tables that people open in spreadsheets. Start at {@link
 * org.insignia.server.platform.csv.CsvLine}.
 */
@NullMarked
package org.insignia.server.platform.csv;

import org.jspecify.annotations.NullMarked;
