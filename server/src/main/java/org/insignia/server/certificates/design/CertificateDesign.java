package org.insignia.server.certificates.design;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * One version of how an organisation's certificates look.
 *
 * @param version 0 is the product's own look, which every organisation has from the first day
 * @param since from when on badges are issued with it
 * @param colour of the frame and the heading, {@code #rrggbb}
 * @param ornament colour of the fine lines
 * @param signatories none, one or two
 * @param wordings by language; languages without one have the product's words
 */
public record CertificateDesign(
    int version,
    Instant since,
    String colour,
    String ornament,
    @Nullable PictureId logo,
    List<Signatory> signatories,
    Map<Language, Wording> wordings) {
  /** Most who can sign. */
  public static final int MOST_SIGNATORIES = 2;

  /** A quiet bronze that goes with any colour. */
  public static final String DEFAULT_ORNAMENT = "#a08a4f";

  public CertificateDesign {
    signatories = List.copyOf(signatories);
    wordings = Map.copyOf(wordings);
    if (signatories.size() > MOST_SIGNATORIES) {
      throw new IllegalArgumentException("more than two signatories");
    }
  }

  /** The look of an organisation that chose none. */
  public static CertificateDesign ofTheHouse(String colour) {
    return new CertificateDesign(
        0, Instant.EPOCH, colour, DEFAULT_ORNAMENT, null, List.of(), Map.of());
  }

  /** The words in a language, perhaps empty ones. */
  public Wording wording(Language language) {
    return wordings.getOrDefault(language, Wording.NONE);
  }

  /** The same as another version. */
  CertificateDesign as(int otherVersion, Instant from) {
    return new CertificateDesign(otherVersion, from, colour, ornament, logo, signatories, wordings);
  }

  /** Whether the two look alike, whatever their versions. */
  public boolean looksLike(CertificateDesign other) {
    return as(0, Instant.EPOCH).equals(other.as(0, Instant.EPOCH));
  }
}
