package org.insignia.server.api.certificates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.PictureId;
import org.insignia.server.certificates.design.Signatory;
import org.insignia.server.certificates.design.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A version of how certificates look.
 *
 * @param version 0 is the product's own look
 * @param since from when on badges are issued with it; null for the product's own
 * @param logo id of a picture
 * @param wordings by language; what is not there is the product's
 */
record CertificateLookJson(
    int version,
    @Nullable Instant since,
    String colour,
    String ornament,
    @Nullable UUID logo,
    List<Signer> signatories,
    Map<String, Words> wordings) {

  /**
   * Who signs.
   *
   * @param signature id of a picture of the handwriting
   */
  record Signer(String name, String title, @Nullable UUID signature) {
    private static Signer of(Signatory signatory) {
      return new Signer(signatory.name(), signatory.title(), id(signatory.signature()));
    }
  }

  /** The words of one language, with placeholders; an empty one is the product's. */
  record Words(String heading, String introduction, String statement, String closing) {
    private static Words of(Wording wording) {
      return new Words(
          wording.heading(), wording.introduction(), wording.statement(), wording.closing());
    }
  }

  static CertificateLookJson of(CertificateDesign design) {
    Map<String, Words> wordings = new TreeMap<>();
    design
        .wordings()
        .forEach((language, wording) -> wordings.put(language.tag(), Words.of(wording)));
    return new CertificateLookJson(
        design.version(),
        design.version() == 0 ? null : design.since(),
        design.colour(),
        design.ornament(),
        id(design.logo()),
        design.signatories().stream().map(Signer::of).toList(),
        wordings);
  }

  private static @Nullable UUID id(@Nullable PictureId id) {
    return id == null ? null : id.value();
  }
}
