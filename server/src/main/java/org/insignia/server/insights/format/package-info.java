/**
 * The formats that job postings come in, one small class each. Start at {@link
 * org.insignia.server.insights.format.FeedReader}.
 */
@NullMarked
package org.insignia.server.insights.format;

import org.jspecify.annotations.NullMarked;
