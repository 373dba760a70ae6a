/**
 * Searches that people keep, and mails about new postings that one press ends. Start at {@link
 * org.insignia.server.insights.alert.SavedSearches}.
 */
@NullMarked
package org.insignia.server.insights.alert;

import org.jspecify.annotations.NullMarked;
