/**
 * The console's pages of feeds and their health, for operators. Start at {@link
 * org.insignia.server.insights.feed.web.FeedPages}.
 */
@NullMarked
package org.insignia.server.insights.feed.web;

import org.jspecify.annotations.NullMarked;
