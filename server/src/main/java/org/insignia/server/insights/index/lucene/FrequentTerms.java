package org.insignia.server.insights.index.lucene;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.TermQuery;

/**
 * Which postings ask for a skill, are in a country, of a level or remote: what nearly every
 * question narrows down by is kept as bits, for to go through two lists side by side is half of
 * what a question costs. Other terms are too many to be kept.
 */
final class FrequentTerms implements QueryCachingPolicy {
  private static final int MOST = 600;
  private static final long BYTES = 32L << 20;

  /** Of all views of one index: what is kept of a part holds for as long as the part is there. */
  private final LRUQueryCache kept = new LRUQueryCache(MOST, BYTES);

  void keepFor(IndexSearcher searcher) {
    searcher.setQueryCache(kept);
    searcher.setQueryCachingPolicy(this);
  }

  @Override
  public void onUse(Query query) {
    // all of them are kept, however often they are asked for
  }

  @Override
  public boolean shouldCache(Query query) {
    return isFrequent(query)
        || query instanceof BooleanQuery any
            && any.clauses().stream()
                .allMatch(part -> part.occur() == Occur.SHOULD && isFrequent(part.query()));
  }

  private static boolean isFrequent(Query query) {
    return query instanceof TermQuery term
        && term.getTerm().field().equals(LuceneIndex.TERM)
        && isFrequent(term.getTerm().text());
  }

  /** By what stands before the colon, see {@code JobQuery.terms}. */
  private static boolean isFrequent(String term) {
    return term.length() > 1 && term.charAt(1) == ':' && "scwy".indexOf(term.charAt(0)) >= 0;
  }
}
