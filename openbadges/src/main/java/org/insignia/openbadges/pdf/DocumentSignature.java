package org.insignia.openbadges.pdf;

import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.pdf.PdfSignature.State;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.jspecify.annotations.Nullable;

/**
 * What the signature of a PDF says of the page that people see, as a finding of its own: the
 * credential attached to it is good or bad by itself.
 */
public final class DocumentSignature {
  private final @Nullable String issuer;
  private final KeyResolver keys;

  private DocumentSignature(@Nullable String issuer, KeyResolver keys) {
    this.issuer = issuer;
    this.keys = keys;
  }

  /**
   * @param issuer who signed the attached credential; null where none did, or that is not known
   */
  public static Finding judge(Bytes pdf, @Nullable String issuer, KeyResolver keys) {
    try {
      return new DocumentSignature(issuer, keys).judge(PdfSignatures.of(pdf));
    } catch (MalformedCredential e) {
      return open(Reason.DOCUMENT_NOT_CHECKED, String.valueOf(e.getMessage()));
    }
  }

  private Finding judge(List<PdfSignature> signatures) {
    if (signatures.isEmpty()) {
      return new Finding.Skipped(Step.DOCUMENT, "the PDF bears no signature");
    }
    PdfSignature broken = first(signatures, State.BROKEN);
    if (broken != null) {
      return failed(Reason.DOCUMENT_BROKEN, broken);
    }
    PdfSignature good = first(signatures, State.GOOD);
    if (good != null && good.signer() != null) {
      return belongs(good, good.signer());
    }
    PdfSignature unknown = first(signatures, State.NOT_SUPPORTED);
    if (unknown != null) {
      return open(Reason.DOCUMENT_NOT_CHECKED, unknown.detail());
    }
    return failed(Reason.DOCUMENT_CHANGED, signatures.getLast());
  }

  private static @Nullable PdfSignature first(List<PdfSignature> signatures, State state) {
    return signatures.stream().filter(s -> s.state() == state).findFirst().orElse(null);
  }

  /** A signature that holds may be anybody's: it counts where the issuer publishes its key. */
  private Finding belongs(PdfSignature signature, Signer signer) {
    String said = said(signature);
    if (issuer == null) {
      return open(Reason.DOCUMENT_SIGNER_NOT_CONFIRMED, said + "; no issuer to compare with");
    }
    if (signer.key().isEmpty()) {
      return open(Reason.DOCUMENT_SIGNER_NOT_CONFIRMED, said + "; a key that issuers do not have");
    }
    return switch (keys.namedBy(issuer, signer.key().get())) {
      case Resolution.Found found when !found.key().mayHaveSignedAt(null) ->
          open(
              Reason.DOCUMENT_SIGNER_NOT_CONFIRMED,
              said + "; " + issuer + " says that the key ended on " + found.key().until());
      case Resolution.Found found ->
          new Finding.Passed(Step.DOCUMENT, said + "; the key is published by " + issuer);
      case Resolution.NotFound missing ->
          new Finding.Failed(
              Step.DOCUMENT,
              Reason.DOCUMENT_OF_SOMEBODY_ELSE,
              said + "; not a key of " + issuer + ": " + missing.reason());
      case Resolution.Unavailable unavailable ->
          open(Reason.DOCUMENT_SIGNER_NOT_CONFIRMED, said + "; " + unavailable.reason());
    };
  }

  private static Finding failed(Reason reason, PdfSignature signature) {
    return new Finding.Failed(Step.DOCUMENT, reason, said(signature));
  }

  private static Finding open(Reason reason, String detail) {
    return new Finding.Unchecked(Step.DOCUMENT, reason, detail);
  }

  private static String said(PdfSignature signature) {
    Signer signer = signature.signer();
    return signer == null
        ? signature.detail()
        : signature.detail()
            + "; certificate of "
            + signer.subject()
            + ", "
            + signer.validFrom()
            + " to "
            + signer.validUntil();
  }
}
