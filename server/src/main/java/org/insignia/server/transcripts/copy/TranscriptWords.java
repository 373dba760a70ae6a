package org.insignia.server.transcripts.copy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.insignia.server.transcripts.record.HeldBadge;
import org.insignia.server.transcripts.record.PassedExam;
import org.insignia.server.transcripts.record.Transcript;
import org.jspecify.annotations.Nullable;

/** A transcript in plain lines, for a mail that says all of it by itself. */
final class TranscriptWords {
  private final Texts texts;
  private final Language language;

  TranscriptWords(Texts texts, Language language) {
    this.texts = texts;
    this.language = language;
  }

  /** Sections, each a heading and its lines. */
  List<String> of(Transcript transcript) {
    var sections = new ArrayList<String>();
    var address = transcript.identity().address();
    var number = transcript.identity().certificationId().text();
    sections.add(
        String.join(
                "\n",
                transcript.identity().name(),
                texts.text(language, "copies.words.number", number),
                address == null ? "" : address)
            .strip());
    add(
        sections,
        "copies.words.certifications",
        transcript.certifications().stream().map(this::line).toList());
    add(sections, "copies.words.exams", transcript.exams().stream().map(this::line).toList());
    add(sections, "copies.words.badges", transcript.badges().stream().map(this::line).toList());
    return sections;
  }

  private void add(List<String> sections, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      sections.add(texts.text(language, heading) + "\n" + String.join("\n", lines));
    }
  }

  private String line(EarnedCertification one) {
    return "• "
        + one.title()
        + ", "
        + one.issuer()
        + ": "
        + status(one.status().name())
        + ", "
        + since("copies.words.earned", one.earnedAt(), one.validUntil());
  }

  private String line(PassedExam one) {
    var title = one.title().isEmpty() ? one.code() : one.code() + " " + one.title();
    return "• "
        + title
        + ", "
        + one.issuer()
        + ": "
        + texts.text(language, "copies.words.passed", texts.date(language, one.earnedAt()));
  }

  private String line(HeldBadge one) {
    return "• "
        + one.title()
        + ", "
        + one.issuer()
        + ": "
        + status(one.status().name())
        + ", "
        + since("copies.words.earned", one.earnedAt(), one.validUntil());
  }

  private String status(String name) {
    return texts.text(language, "copies.words.status." + name.toLowerCase(Locale.ROOT));
  }

  private String since(String key, Instant earnedAt, @Nullable Instant validUntil) {
    var since = texts.text(language, key, texts.date(language, earnedAt));
    return validUntil == null
        ? since
        : since
            + ", "
            + texts.text(language, "copies.words.valid-until", texts.date(language, validUntil));
  }
}
