/**
 * Job postings: what one is, and the store of record for all of them. Start at {@link
 * org.insignia.server.insights.posting.Postings}.
 */
@NullMarked
package org.insignia.server.insights.posting;

import org.jspecify.annotations.NullMarked;
