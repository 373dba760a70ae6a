package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.JobQuery;
import org.jspecify.annotations.Nullable;

/**
 * The answers one view gave: everybody with the same badge asks the same questions, and a view
 * answers them alike for as long as it is the present one.
 */
final class Given {
  private static final int MOST = 256;

  private final Map<Asked, JobFigures> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, JobFigures> eldest) {
          return size() > MOST;
        }
      };

  /** A question, with all that its answer depends on. */
  record Asked(JobQuery query, int top, int newest, LocalDate today) {}

  /** Counts. */
  interface Counting {
    JobFigures figures() throws IOException;
  }

  /** The answer given before, or the one counted now. */
  JobFigures orCount(Asked asked, Counting counting) throws IOException {
    var before = before(asked);
    if (before != null) {
      return before;
    }
    var counted = counting.figures();
    synchronized (answers) {
      answers.put(asked, counted);
    }
    return counted;
  }

  private @Nullable JobFigures before(Asked asked) {
    synchronized (answers) {
      return answers.get(asked);
    }
  }
}
