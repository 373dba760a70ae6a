/**
 * The index of postings inside the server, on its disk. Start at {@link
 * org.insignia.server.insights.index.lucene.LuceneIndex}.
 */
@NullMarked
package org.insignia.server.insights.index.lucene;

import org.jspecify.annotations.NullMarked;
