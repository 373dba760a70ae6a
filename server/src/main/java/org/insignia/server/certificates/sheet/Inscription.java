package org.insignia.server.certificates.sheet;

import java.net.URI;
import java.util.List;
import org.insignia.server.platform.i18n.Language;

/**
 * Every word that stands on one certificate.
 *
 * @param language that of all words but name and title
 * @param title what was earned
 * @param titleLanguage BCP 47; another one where the catalogue does not have the title in this one
 * @param closing may be empty
 * @param facts dates and number
 * @param verify what the QR code is for
 * @param verifyAt where it leads
 */
public record Inscription(
    Language language,
    String organisation,
    String heading,
    String introduction,
    String name,
    String statement,
    String title,
    String titleLanguage,
    String closing,
    List<Fact> facts,
    String verify,
    URI verifyAt,
    Alternatives alternatives) {
  public Inscription {
    facts = List.copyOf(facts);
  }

  /** A small label and its value. */
  public record Fact(String label, String value) {}

  /**
   * What pictures say to who does not see them.
   *
   * @param signature pattern for the name of who signed
   */
  public record Alternatives(
      String subject, String qr, String badge, String logo, List<String> signatures) {
    public Alternatives {
      signatures = List.copyOf(signatures);
    }
  }
}
