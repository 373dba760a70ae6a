package org.insignia.server.insights.index.lucene;

import org.apache.lucene.index.LeafReaderContext;

/** A part of the index, and what is counted of it. */
record Part(LeafReaderContext context, Rows rows) {
  int number() {
    return context.ord;
  }
}
