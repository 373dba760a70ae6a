package org.insignia.server.transcripts.share.web;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.insignia.server.transcripts.record.HeldBadge;
import org.insignia.server.transcripts.record.PassedExam;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.TranscriptItem;
import org.insignia.server.transcripts.share.Window;

/**
 * An item of a transcript that can be chosen.
 *
 * @param kind end of a text key: certification, exam or badge
 * @param past whether it is no longer in force
 */
public record Choice(
    String key,
    String kind,
    String title,
    String issuer,
    Instant earnedAt,
    boolean past,
    boolean chosen) {

  /** All of a transcript, those ticked that fit. */
  public static List<Choice> of(Transcript transcript, Predicate<TranscriptItem> ticked) {
    return transcript.items().stream().map(item -> of(item, ticked.test(item))).toList();
  }

  static Choice of(TranscriptItem item, boolean chosen) {
    return new Choice(
        item.key(),
        kind(item),
        title(item),
        item.issuer(),
        item.earnedAt(),
        !Window.isInForce(item),
        chosen);
  }

  private static String kind(TranscriptItem item) {
    return switch (item) {
      case EarnedCertification c -> "certification";
      case PassedExam e -> "exam";
      case HeldBadge b -> "badge";
    };
  }

  private static String title(TranscriptItem item) {
    return item instanceof PassedExam exam && !exam.title().startsWith(exam.code())
        ? (exam.code() + " " + exam.title()).strip()
        : item.title();
  }
}
