package org.insignia.server.api.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.insights.feed.FileImports;

/**
 * What became of a file of postings.
 *
 * @param outcome good, partial, empty, held or failed
 * @param reason why, in a sentence; may be empty
 * @param advice what to do about it, in a sentence; may be empty
 * @param repeated items whose id came before in the file; the first counts
 * @param open how many postings of the feed are open now
 */
record PostingsReportJson(
    UUID feed,
    String name,
    String outcome,
    String reason,
    String advice,
    int items,
    int added,
    int changed,
    int unchanged,
    int closed,
    int refused,
    int repeated,
    long open,
    List<Row> refusals) {

  /**
   * An item that was not taken.
   *
   * @param item counted from 1
   */
  record Row(int item, String name, String fault, String text, String value) {}

  /** Puts a code and what belongs to it into words. */
  interface Words {
    String of(String stem, String constant, Object... args);
  }

  static PostingsReportJson of(FileImports.Imported imported, String advice, Words words) {
    var run = imported.run();
    return new PostingsReportJson(
        imported.feed().id(),
        imported.feed().settings().name(),
        run.outcome().name().toLowerCase(Locale.ROOT),
        words.of(
            "insights.feeds.reason.", run.reason().code().name(), run.reason().args().toArray()),
        advice,
        run.items(),
        run.added(),
        run.changed(),
        run.unchanged(),
        run.closed(),
        run.refused(),
        run.repeated(),
        imported.feed().open(),
        imported.refusals().stream()
            .map(refusal ->
                new Row(
                    refusal.item(),
                    refusal.name(),
                    refusal.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    words.of("insights.feeds.fault.", refusal.fault().name()),
                    refusal.value()))
            .toList());
  }
}
