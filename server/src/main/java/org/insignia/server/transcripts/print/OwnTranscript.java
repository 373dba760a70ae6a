package org.insignia.server.transcripts.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.transcripts.data.LearnerRecord;
import org.insignia.server.transcripts.data.LearnerRecords;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.Transcripts;
import org.springframework.stereotype.Component;

/** What earners take of their own transcript: the document, and what each organisation signs. */
@Component
public class OwnTranscript {
  /** Signing costs time: as often as anybody needs it. */
  private static final Attempts.Rule PACE =
      Attempts.Rule.easing(30, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofHours(1));

  private final Transcripts transcripts;
  private final LearnerRecords records;
  private final TranscriptPapers papers;
  private final Organisations organisations;
  private final Attempts attempts;

  OwnTranscript(
      Transcripts transcripts,
      LearnerRecords records,
      TranscriptPapers papers,
      Organisations organisations,
      Attempts attempts) {
    this.transcripts = transcripts;
    this.records = records;
    this.papers = papers;
    this.organisations = organisations;
    this.attempts = attempts;
  }

  /**
   * What one organisation signs, as it is handed out.
   *
   * @param isArchive whether it took more than one credential: then it is a ZIP of them
   */
  public record Taken(String fileName, boolean isArchive, Bytes content) {}

  /**
   * The signed document.
   *
   * @throws Problem.TooMany for one who takes more than anybody needs
   * @throws Problem.NotFound where there is nothing to print
   */
  public Bytes pdf(PersonId person, Language language, Sheet sheet) {
    Transcript transcript = transcripts.of(person, language);
    count(person);
    return papers.pdf("person:" + person, transcript, sheet);
  }

  /** The organisations that sign what they gave: names by slug, in the order of the items. */
  public Map<String, String> signers(Transcript transcript) {
    Map<String, String> signers = new LinkedHashMap<>();
    transcript.issuers().forEach((id, name) -> signers.put(organisations.get(id).slug(), name));
    return signers;
  }

  /**
   * What one organisation signs of this person at this moment.
   *
   * @throws Problem.TooMany for one who takes more than anybody needs
   * @throws Problem.NotFound where it gave nothing, or nothing that stands
   */
  public Taken record(PersonId person, String slug, Language language) {
    Organisation by = organisations.find(slug).orElseThrow(() -> nothing(slug));
    Transcript transcript = transcripts.of(person, language);
    if (!transcript.issuers().containsKey(by.id())) {
      throw nothing(slug);
    }
    count(person);
    List<LearnerRecord> signed = records.of("person:" + person, transcript.of(by.id()));
    if (signed.isEmpty()) {
      throw nothing(slug);
    }
    LearnerRecord first = signed.getFirst();
    return signed.size() == 1
        ? new Taken(first.fileName(), false, first.document())
        : new Taken("transcript-" + slug + ".zip", true, zip(signed));
  }

  private static Problem nothing(String slug) {
    return new Problem.NotFound("there is no record of " + slug);
  }

  private void count(PersonId person) {
    attempts
        .count(Attempts.subject("transcript-signed", person.toString()), PACE)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "transcripts signed for one person");
        });
  }

  private static Bytes zip(List<LearnerRecord> records) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (LearnerRecord record : records) {
        zip.putNextEntry(new ZipEntry(record.fileName()));
        zip.write(record.document().view());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(bytes.toByteArray());
  }
}
