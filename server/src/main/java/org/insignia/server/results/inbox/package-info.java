/**
 * The watched folders: results files that delivery providers lay down instead of uploading them.
 * Start at {@link org.insignia.server.results.inbox.Inbox}.
 */
@NullMarked
package org.insignia.server.results.inbox;

import org.jspecify.annotations.NullMarked;
