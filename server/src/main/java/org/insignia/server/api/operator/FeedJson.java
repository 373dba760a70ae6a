package org.insignia.server.api.operator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.insights.feed.Feed;
import org.insignia.server.insights.feed.FeedRun;
import org.insignia.server.insights.feed.Reason;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes feeds as JSON, in English. */
@Component
class FeedJson {
  private final Texts texts;

  FeedJson(Texts texts) {
    this.texts = texts;
  }

  /**
   * A feed and how it is.
   *
   * @param minutes between two runs
   * @param fromFile whether {@code feeds.yaml} says it, so that it is changed there alone
   * @param outcome of the last run
   * @param stale whether the last good data are older than the last try
   * @param runs the latest first; null in lists
   * @param refusals of the latest run that has any; null in lists
   */
  record Json(
      UUID id,
      String name,
      String kind,
      @Nullable String address,
      long minutes,
      @Nullable String employer,
      @Nullable String country,
      @Nullable String attribution,
      boolean active,
      boolean fromFile,
      boolean hasKey,
      @Nullable Instant dueAt,
      int failures,
      String outcome,
      @Nullable Cause reason,
      @Nullable Instant triedAt,
      @Nullable Instant goodAt,
      boolean stale,
      long open,
      @Nullable List<Run> runs,
      @Nullable List<Refused> refusals) {}

  /** Why a run ended as it did. */
  record Cause(String code, String text) {}

  /** One run. */
  record Run(
      Instant startedAt,
      @Nullable Instant finishedAt,
      String outcome,
      @Nullable Cause reason,
      long bytes,
      int items,
      int added,
      int changed,
      int unchanged,
      int closed,
      int refused) {}

  /** An item that was not taken, counted from 1. */
  record Refused(int item, String name, String fault, String text, String value) {}

  Json row(Feed feed) {
    return json(feed, null, null);
  }

  Json whole(Feed feed, List<FeedRun> runs, List<Refusal> refusals) {
    return json(
        feed, runs.stream().map(this::run).toList(), refusals.stream().map(this::refused).toList());
  }

  private Json json(Feed feed, @Nullable List<Run> runs, @Nullable List<Refused> refusals) {
    var settings = feed.settings();
    return new Json(
        feed.id(),
        settings.name(),
        settings.kind().word(),
        emptyAsNull(settings.address()),
        settings.interval().toMinutes(),
        emptyAsNull(settings.employer()),
        emptyAsNull(settings.country()),
        emptyAsNull(settings.attribution()),
        settings.active(),
        feed.fromFile(),
        feed.hasKey(),
        feed.dueAt(),
        feed.failures(),
        word(feed.outcome()),
        cause(feed.reason()),
        feed.triedAt(),
        feed.goodAt(),
        feed.isStale(),
        feed.open(),
        runs,
        refusals);
  }

  private Run run(FeedRun run) {
    return new Run(
        run.startedAt(),
        run.finishedAt(),
        word(run.outcome()),
        cause(run.reason()),
        run.bytes(),
        run.items(),
        run.added(),
        run.changed(),
        run.unchanged(),
        run.closed(),
        run.refused());
  }

  private @Nullable Cause cause(Reason reason) {
    var code = word(reason.code());
    return reason.code() == Reason.Code.NONE
        ? null
        : new Cause(
            code,
            texts.text(Language.EN, "insights.feeds.reason." + code, reason.args().toArray()));
  }

  private Refused refused(Refusal refusal) {
    var fault = word(refusal.fault());
    return new Refused(
        refusal.item(),
        refusal.name(),
        fault,
        texts.text(Language.EN, "insights.feeds.fault." + fault),
        refusal.value());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
