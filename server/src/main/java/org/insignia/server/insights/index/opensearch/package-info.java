/**
 * The index of postings in an OpenSearch cluster that all nodes share. Start at {@link
 * org.insignia.server.insights.index.opensearch.OpenSearchIndex}.
 */
@NullMarked
package org.insignia.server.insights.index.opensearch;

import org.jspecify.annotations.NullMarked;
