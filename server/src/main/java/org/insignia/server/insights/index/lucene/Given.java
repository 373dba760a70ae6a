package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers one view gave: everybody with the same badge asks the same questions, and a view
 * answers them alike for as long as it is the present one.
 *
 * @param <Q> a question, with all that its answer depends on
 * @param <A> an answer, which nobody changes
 */
final class Given<Q, A> {
  private static final int MOST = 256;

  private final Map<Q, A> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
          return size() > MOST;
        }
      };

  /** Counts. */
  interface Counting<A> {
    A answer() throws IOException;
  }

  /** The answer given before, or the one counted now. */
  A orCount(Q asked, Counting<A> counting) throws IOException {
    var before = before(asked);
    if (before != null) {
      return before;
    }
    var counted = counting.answer();
    synchronized (answers) {
      answers.put(asked, counted);
    }
    return counted;
  }

  private @Nullable A before(Q asked) {
    synchronized (answers) {
      return answers.get(asked);
    }
  }
}
