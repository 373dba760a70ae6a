package org.insignia.server.transcripts.opening.web;

import java.time.Duration;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.transcripts.data.LearnerRecord;
import org.insignia.server.transcripts.data.LearnerRecords;
import org.insignia.server.transcripts.guard.Count;
import org.insignia.server.transcripts.guard.Guard;
import org.insignia.server.transcripts.guard.Limit;
import org.insignia.server.transcripts.print.TranscriptPapers;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.share.Share;
import org.springframework.stereotype.Component;

/**
 * Signed PDF and records of what a share shows. Signing costs time: as often as anybody needs it.
 */
@Component
final class SharedRecords {
  private static final Limit PACE = Limit.of(60, Duration.ofHours(1));

  private final LearnerRecords records;
  private final TranscriptPapers papers;
  private final Guard guard;

  SharedRecords(LearnerRecords records, TranscriptPapers papers, Guard guard) {
    this.records = records;
    this.papers = papers;
    this.guard = guard;
  }

  /**
   * One for each organisation, of a long record several.
   *
   * @throws Problem.TooMany if they were asked for too often
   */
  List<LearnerRecord> of(Share share, Transcript transcript) {
    keepPace(share);
    return records.of("share:" + share.id(), transcript);
  }

  /**
   * The signed PDF.
   *
   * @throws Problem.NotFound where there is nothing to print
   * @throws Problem.TooMany if it was asked for too often
   */
  Bytes pdf(Share share, Transcript transcript) {
    keepPace(share);
    return papers.pdf("share:" + share.id(), transcript, Sheet.A4);
  }

  private void keepPace(Share share) {
    var count = Count.of("sign", share.id().toString(), PACE);
    if (guard.take(List.of(count)) instanceof Guard.Refused refused) {
      throw new Problem.TooMany(refused.pause(), "this transcript was signed so often");
    }
  }

  /** As a JSON list, each member byte for byte as it was signed. */
  static Bytes list(List<LearnerRecord> records) {
    return Bytes.utf8(
        "[" + String.join(",", records.stream().map(r -> r.document().utf8()).toList()) + "]");
  }
}
