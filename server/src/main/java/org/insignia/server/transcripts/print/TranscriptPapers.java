package org.insignia.server.transcripts.print;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.keys.DocumentKeys;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.paper.Document;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.paper.pdf.DocumentSeal;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.data.LearnerRecord;
import org.insignia.server.transcripts.data.LearnerRecords;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.TranscriptItem;
import org.springframework.stereotype.Component;

/**
 * Transcripts as PDF. A document has one signer: the organisation of which most is in it. What the
 * others gave they sign themselves, in the records that are attached.
 */
@Component
public class TranscriptPapers {
  private final LearnerRecords records;
  private final DocumentKeys keys;
  private final Organisations organisations;
  private final Texts texts;
  private final Settings settings;

  TranscriptPapers(
      LearnerRecords records,
      DocumentKeys keys,
      Organisations organisations,
      Texts texts,
      Settings settings) {
    this.records = records;
    this.keys = keys;
    this.organisations = organisations;
    this.texts = texts;
    this.settings = settings;
  }

  /**
   * A signed PDF/A-3a and PDF/UA-1 in the transcript's language, with the signed records of all
   * organisations attached. What is the earner's alone is not printed.
   *
   * @param actor who asks, for the audit
   * @throws Problem.NotFound where there is nothing to print
   */
  public Bytes pdf(String actor, Transcript transcript, Sheet sheet) {
    OrganisationId signer = signer(transcript);
    DocumentSeal seal = keys.current(signer);
    List<LearnerRecord> attached = records.of(actor, transcript);
    Document document =
        new TranscriptDocument(transcript, texts, settings)
            .on(sheet, organisations.get(signer), attached);
    return Paper.signedPdf(document, seal);
  }

  private static OrganisationId signer(Transcript transcript) {
    Map<OrganisationId, Long> counts =
        transcript.items().stream()
            .map(TranscriptItem::organisation)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<OrganisationId, Long>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.comparing(OrganisationId::value)))
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new Problem.NotFound("a transcript with nothing in it"));
  }
}
