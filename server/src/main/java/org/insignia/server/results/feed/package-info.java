/**
 * Reads results files: text, columns, rows; pure and streaming. Start at {@link
 * org.insignia.server.results.feed.Layout}.
 */
@NullMarked
package org.insignia.server.results.feed;

import org.jspecify.annotations.NullMarked;
