package org.insignia.server.certificates;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.certificates.design.CertificateDesigns;
import org.insignia.server.certificates.sheet.CertificateSheet;
import org.insignia.server.certificates.sheet.Inscriptions;
import org.insignia.server.certificates.sheet.Subject;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.keys.DocumentKeys;
import org.insignia.server.platform.paper.Document;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.paper.pdf.Attachment;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Service;

/**
 * Makes certificates: as the signed PDF with the credential inside, and as a picture of the same
 * page. As many at once as there are processors; the others wait a while.
 */
@Service
public class Press {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Across the page: sharp on any screen that shows it whole. */
  private static final int PICTURE_WIDTH = 1_600;

  private final Credentials credentials;
  private final Achievements achievements;
  private final CertificateDesigns designs;
  private final Inscriptions inscriptions;
  private final Looks looks;
  private final DocumentKeys keys;
  private final Clock clock;
  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  Press(
      Credentials credentials,
      Achievements achievements,
      CertificateDesigns designs,
      Inscriptions inscriptions,
      Looks looks,
      DocumentKeys keys,
      Clock clock) {
    this.credentials = credentials;
    this.achievements = achievements;
    this.designs = designs;
    this.inscriptions = inscriptions;
    this.looks = looks;
    this.keys = keys;
    this.clock = clock;
  }

  /** The document itself, signed by the organisation, with the credential inside. */
  public Bytes pdf(Certificate certificate, Edition edition) {
    var inside = attachment(certificate, edition);
    return placed(() -> {
      var document = document(draft(certificate, edition), edition, List.of(inside));
      return Paper.signedPdf(document, keys.current(certificate.organisation().id()));
    });
  }

  /** What {@link #pdf} looks like, as a PNG. */
  public Bytes picture(Certificate certificate, Edition edition) {
    return picture(draft(certificate, edition), edition);
  }

  /** What this looks like, as a PNG. */
  public Bytes picture(Draft draft, Edition edition) {
    return placed(() -> Paper.png(document(draft, edition, List.of()), 1, PICTURE_WIDTH));
  }

  private Draft draft(Certificate certificate, Edition edition) {
    var credential = certificate.credential();
    var organisation = certificate.organisation();
    var subject =
        new Subject(
            organisation.name(),
            credential.recipientName(),
            certificate.title(edition.language()),
            Specimens.titleLanguage(certificate.achievement(), edition.language()),
            credential.earnedAt(),
            credential.validUntil(),
            certificate.number().text());
    return new Draft(
        organisation,
        designs.at(organisation, credential.issuedAt()),
        subject,
        achievements.design(credential.design()));
  }

  private Attachment attachment(Certificate certificate, Edition edition) {
    var signed =
        credentials
            .document(certificate.id())
            .orElseThrow(() -> new IllegalStateException("unsigned: " + certificate.id()));
    return new Attachment(
        "credential.json",
        "application/ld+json",
        certificate.title(edition.language()),
        signed,
        certificate.credential().issuedAt());
  }

  private Document document(Draft draft, Edition edition, List<Attachment> inside) {
    var words = inscriptions.of(draft.subject(), draft.design(), edition.language());
    var sheet = (edition.paper() == Edition.Paper.A4 ? Sheet.A4 : Sheet.LETTER).landscape();
    return new Document(
        sheet,
        edition.language(),
        words.alternatives().subject(),
        draft.organisation().name(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        List.of(CertificateSheet.of(sheet, words, looks.of(draft))),
        inside);
  }

  private Bytes placed(Supplier<Bytes> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Problem.TooMany(PATIENCE, "many certificates are being made");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem.TooMany(PATIENCE, "the server is stopping");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
