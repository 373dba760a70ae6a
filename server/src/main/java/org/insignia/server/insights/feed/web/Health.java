package org.insignia.server.insights.feed.web;

import java.util.Locale;
import org.insignia.server.insights.feed.Feed;
import org.insignia.server.insights.feed.FeedRun;
import org.insignia.server.insights.feed.Outcome;
import org.insignia.server.insights.feed.Reason;
import org.insignia.server.platform.web.Shell;

/** How a feed is, in words and a colour. */
public final class Health {
  private Health() {}

  /** The tone of a status. */
  public static String tone(Outcome outcome) {
    return switch (outcome) {
      case GOOD, UNCHANGED -> "good";
      case PARTIAL, HELD -> "warn";
      case FAILED -> "bad";
      case NEW, RUNNING, EMPTY -> "info";
    };
  }

  /** The outcome in a word or two. */
  public static String words(Shell shell, Outcome outcome) {
    return shell.t("insights.feeds.outcome." + dashed(outcome.name()));
  }

  /** Why; empty where there is nothing to say. */
  public static String why(Shell shell, Reason reason) {
    return reason.code() == Reason.Code.NONE
        ? ""
        : shell.t("insights.feeds.reason." + dashed(reason.code().name()), reason.args().toArray());
  }

  /** What a run did, in one sentence. */
  public static String counts(Shell shell, FeedRun run) {
    return shell.t(
        "insights.feeds.run.counts",
        run.items(),
        run.added() + run.changed(),
        run.unchanged(),
        run.closed(),
        run.refused());
  }

  /** When it is fetched next, or why it is not. */
  public static String next(Shell shell, Feed feed) {
    var due = feed.dueAt();
    if (due != null) {
      return shell.t("insights.feeds.next", shell.time(due));
    }
    return shell.t(
        feed.settings().address().isEmpty() ? "insights.feeds.by-hand" : "insights.feeds.off");
  }

  static String dashed(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
