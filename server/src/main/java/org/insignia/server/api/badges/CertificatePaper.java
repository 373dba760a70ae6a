package org.insignia.server.api.badges;

import java.util.stream.Collectors;
import org.insignia.server.certificates.Certificate;
import org.insignia.server.certificates.Edition;
import org.insignia.server.certificates.Press;
import org.insignia.server.certificates.files.FileName;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands certificates to programs, as the PDF that their earners print. */
@Component
public class CertificatePaper {
  private final Credentials credentials;
  private final Press press;

  CertificatePaper(Credentials credentials, Press press) {
    this.credentials = credentials;
    this.press = press;
  }

  /**
   * What a query asks for.
   *
   * @param paper {@code a4} or {@code letter}
   * @param language empty: that of the badge
   */
  public record Wish(String paper, String language) {}

  /**
   * The signed document.
   *
   * @throws Problem.Invalid for another paper or language
   * @throws Problem.Conflict where the issuer took it out of force
   * @throws Problem.NotFound where its badge is not signed yet
   */
  public ResponseEntity<byte[]> of(Certificate certificate, Wish wish) {
    var edition = edition(wish, certificate.credential().language());
    require(certificate);
    var name =
        FileName.of(
            certificate.title(edition.language()),
            certificate.credential().recipientName(),
            ".pdf");
    var plain = "certificate-" + certificate.number().text() + ".pdf";
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(name, plain))
        .body(press.pdf(certificate, edition).view());
  }

  /**
   * Lets pass a certificate that can be handed out now.
   *
   * @throws Problem.Conflict where the issuer took it out of force
   * @throws Problem.NotFound where its badge is not signed yet
   */
  public void require(Certificate certificate) {
    if (!certificate.isPrintable()) {
      throw new Problem.Conflict("this certificate is out of force");
    }
    if (credentials.document(certificate.id()).isEmpty()) {
      throw new Problem.NotFound("it is being signed; ask in a moment");
    }
  }

  /**
   * What a query asks for.
   *
   * @param otherwise the language where it says nothing
   * @throws Problem.Invalid for another paper or language
   */
  public static Edition edition(Wish wish, Language otherwise) {
    var paper =
        Edition.Paper.find(wish.paper())
            .orElseThrow(() -> new Problem.Invalid("paper", "one of a4, letter"));
    if (wish.language().isEmpty()) {
      return new Edition(paper, otherwise);
    }
    var known = Language.all().stream().map(Language::tag).collect(Collectors.joining(", "));
    var language =
        Language.find(wish.language())
            .orElseThrow(() -> new Problem.Invalid("language", "one of " + known));
    return new Edition(paper, language);
  }
}
