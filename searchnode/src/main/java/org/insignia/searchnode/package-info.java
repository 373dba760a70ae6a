/** An OpenSearch node for tests. Start at {@link org.insignia.searchnode.SearchNode}. */
@NullMarked
package org.insignia.searchnode;

import org.jspecify.annotations.NullMarked;
