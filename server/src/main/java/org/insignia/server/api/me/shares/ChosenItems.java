package org.insignia.server.api.me.shares;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.TranscriptItem;
import org.insignia.server.transcripts.record.Transcripts;
import org.insignia.server.transcripts.share.Shares;
import org.insignia.server.transcripts.share.web.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of a transcript others are shown, item by item. */
@Component
class ChosenItems {
  private static final int LONGEST_KEY = 200;

  private final Transcripts transcripts;

  ChosenItems(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  /**
   * One of them.
   *
   * @param key names it, for ever
   * @param kind {@code certification}, {@code exam} or {@code badge}
   */
  record Json(
      String key, String kind, String title, String issuer, Instant earnedAt, boolean inForce) {
    static Json of(Choice choice) {
      return new Json(
          choice.key(),
          choice.kind(),
          choice.title(),
          choice.issuer(),
          choice.earnedAt(),
          !choice.past());
    }
  }

  static List<Json> of(Transcript transcript) {
    return Choice.of(transcript, item -> true).stream().map(Json::of).toList();
  }

  /** All that this person could show. */
  List<Json> offered(PersonId person, Language language) {
    return of(transcripts.of(person, language));
  }

  /** The keys in a body, each of this person's transcript; null: all that is in force. */
  @Nullable List<String> in(Body body, PersonId person) {
    if (!body.has("items") || body.isNull("items")) {
      return null;
    }
    var chosen = body.texts("items", Shares.MOST_ITEMS, LONGEST_KEY);
    var own =
        transcripts.of(person).items().stream()
            .map(TranscriptItem::key)
            .collect(Collectors.toSet());
    chosen.stream()
        .filter(key -> !own.contains(key))
        .forEach(key -> body.wrong("items", "no item of this transcript: " + key));
    return chosen.stream().distinct().toList();
  }
}
