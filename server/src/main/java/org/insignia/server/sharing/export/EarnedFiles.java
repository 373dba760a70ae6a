package org.insignia.server.sharing.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.transcripts.data.LearnerRecords;
import org.insignia.server.transcripts.data.TranscriptJson;
import org.insignia.server.transcripts.print.TranscriptPapers;
import org.insignia.server.transcripts.record.Attempt;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.Transcripts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The part of an export that tells what was earned: the transcript, and every sitting. */
@Component
class EarnedFiles {
  private final Transcripts transcripts;
  private final LearnerRecords records;
  private final TranscriptPapers papers;

  EarnedFiles(Transcripts transcripts, LearnerRecords records, TranscriptPapers papers) {
    this.transcripts = transcripts;
    this.records = records;
    this.papers = papers;
  }

  void addTo(Archive archive, PersonId person, Language language) throws IOException {
    String actor = "person:" + person;
    Transcript transcript = transcripts.of(person, language);
    archive.add("transcript/transcript.json", TranscriptJson.of(transcript) + "\n");
    archive.addJson("transcript/exams.json", exams(transcript));
    if (!transcript.isEmpty()) {
      archive.add("transcript/transcript.pdf", papers.pdf(actor, transcript, Sheet.A4));
      for (var record : records.of(actor, transcript)) {
        archive.add("transcript/" + record.fileName(), record.document());
      }
    }
  }

  private static List<Map<String, Object>> exams(Transcript transcript) {
    return transcript.attempts().stream().map(EarnedFiles::exam).toList();
  }

  private static Map<String, Object> exam(Attempt attempt) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("organisation", attempt.issuer());
    json.put("exam", attempt.code());
    json.put("title", attempt.title());
    json.put("provider", attempt.provider());
    json.put("takenAt", attempt.takenAt().toString());
    json.put("result", attempt.result().name().toLowerCase(java.util.Locale.ROOT));
    json.put("score", number(attempt.score()));
    json.put("passingScore", number(attempt.passingScore()));
    return json;
  }

  private static @Nullable JsonValue number(@Nullable BigDecimal number) {
    return number == null ? null : new JsonValue.JsonNumber(number.toPlainString());
  }
}
