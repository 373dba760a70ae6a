package org.insignia.server.certificates.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.certificates.Certificate;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.Press;
import org.springframework.stereotype.Component;

/**
 * Hands certificates out. A ZIP leaves file by file as they are made: the first one arrives while
 * the others are still to come, and there is only one in memory.
 */
@Component
public final class CertificateDownloads {
  /** The most in one ZIP. */
  public static final int MOST = 100;

  private final Press press;
  private final Clock clock;

  CertificateDownloads(Press press, Clock clock) {
    this.press = press;
    this.clock = clock;
  }

  /** Writes one as PDF, several as ZIP, with the headers that go with it. */
  public void send(List<Certificate> certificates, Edition edition, HttpServletResponse response)
      throws IOException {
    // The first one is made before anything is answered: what is wrong is then still said well.
    var first = press.pdf(certificates.getFirst(), edition);
    response.setHeader("Cache-Control", "private, no-store");
    if (certificates.size() == 1) {
      one(certificates.getFirst(), edition, first, response);
    } else {
      several(certificates, edition, first, response);
    }
  }

  private static void one(
      Certificate certificate, Edition edition, Bytes pdf, HttpServletResponse response)
      throws IOException {
    var name =
        FileName.of(
            certificate.title(edition.language()),
            certificate.credential().recipientName(),
            ".pdf");
    response.setContentType("application/pdf");
    response.setHeader(
        "Content-Disposition",
        FileName.disposition(name, "certificate-" + certificate.number().text() + ".pdf"));
    response.setContentLength(pdf.view().length);
    response.getOutputStream().write(pdf.view());
  }

  private void several(
      List<Certificate> certificates, Edition edition, Bytes first, HttpServletResponse response)
      throws IOException {
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"certificates-" + day + ".zip\"");
    try (var archive = new CertificateArchive(response.getOutputStream(), clock.instant())) {
      archive.add(certificates.getFirst(), edition, first);
      for (var certificate : certificates.subList(1, certificates.size())) {
        archive.add(certificate, edition, press.pdf(certificate, edition));
      }
    }
  }
}
