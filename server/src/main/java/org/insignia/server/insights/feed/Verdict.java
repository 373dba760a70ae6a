package org.insignia.server.insights.feed;

import java.util.Set;
import java.util.UUID;
import org.insignia.server.insights.feed.Reason.Code;

/**
 * Whether what a run read is published: a feed that is suddenly empty, mostly unreadable or half
 * gone keeps its last good data until it recovers or the operator says that it is right.
 *
 * @param closing whether postings that are no longer in it are closed
 */
record Verdict(Outcome outcome, Reason reason, boolean closing) {
  /** Smaller feeds may lose what they like: there a half is a matter of a few. */
  private static final int SMALL = 10;

  private static final int FEW_ITEMS = 4;

  boolean publishes() {
    return outcome == Outcome.GOOD || outcome == Outcome.PARTIAL;
  }

  /**
   * @param partly why the reading is not complete; none where it is
   * @param whole whether such a feed lists all its postings
   * @param before the postings of it that are open
   * @param accepted whether the operator said that it is right
   */
  static Verdict on(
      Survey survey, Reason partly, boolean whole, Set<UUID> before, boolean accepted) {
    int good = survey.ids().size();
    int items = survey.items();
    int refused = survey.refusedCount();
    boolean complete = partly.code() == Code.NONE;
    if (items == 0) {
      if (!before.isEmpty() && !(accepted && complete)) {
        return new Verdict(Outcome.HELD, Reason.of(Code.NOTHING_IN_IT), false);
      }
      return before.isEmpty()
          ? new Verdict(Outcome.EMPTY, partly, false)
          : new Verdict(Outcome.GOOD, partly, whole);
    }
    if (good == 0) {
      return new Verdict(Outcome.FAILED, Reason.of(Code.ALL_REFUSED, refused), false);
    }
    if (!accepted && !before.isEmpty() && items >= FEW_ITEMS && refused * 2L > items) {
      return new Verdict(Outcome.HELD, Reason.of(Code.MANY_REFUSED, refused, items), false);
    }
    if (!complete) {
      return new Verdict(Outcome.PARTIAL, partly, false);
    }
    if (!accepted && whole && before.size() >= SMALL && good * 2L < before.size()) {
      return new Verdict(Outcome.HELD, Reason.of(Code.DROP, good, before.size()), false);
    }
    return new Verdict(Outcome.GOOD, Reason.NONE, whole);
  }
}
