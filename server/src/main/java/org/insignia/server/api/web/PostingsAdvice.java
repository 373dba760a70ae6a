package org.insignia.server.api.web;

import java.util.EnumSet;
import java.util.Set;
import org.insignia.server.insights.feed.FeedRun;
import org.insignia.server.insights.feed.FileImports;
import org.insignia.server.insights.feed.Outcome;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.reading.Fault;
import org.insignia.server.insights.reading.Refusal;

/** What to do about a file of postings that was not taken as a whole, in words of the command. */
final class PostingsAdvice {
  private static final Set<FeedKind> SAYS_NOT_WHERE =
      EnumSet.of(FeedKind.PERSONIO, FeedKind.SCHEMA_ORG);

  private PostingsAdvice() {}

  /** One sentence, or nothing where there is nothing to do about the file as a whole. */
  static String on(FileImports.Wish wish, FileImports.Imported imported) {
    boolean nowhere =
        SAYS_NOT_WHERE.contains(wish.kind())
            && wish.address().isEmpty()
            && imported.refusals().stream().anyMatch(PostingsAdvice::misses);
    if (nowhere) {
      return "Say where the file was fetched from with --address URL (parameter address): "
          + wish.kind().word()
          + " says it nowhere else, and ids and addresses of its postings are made of it.";
    }
    return on(imported.run());
  }

  private static boolean misses(Refusal refusal) {
    return refusal.fault() == Fault.NO_ID || refusal.fault() == Fault.NO_ADDRESS;
  }

  private static String on(FeedRun run) {
    if (run.outcome() == Outcome.HELD) {
      return "If the file is right, hand it in again with --force (parameter force=true), or with --add where it"
          + " is only a part.";
    }
    if (run.outcome() == Outcome.EMPTY) {
      return "Is it of another kind? --kind says which (parameter kind).";
    }
    return run.outcome() == Outcome.FAILED && run.refused() > 0 && run.refused() == run.items()
        ? "See what is said of each item; where all of them fail alike the file is perhaps of another kind (--kind)."
        : "";
  }
}
