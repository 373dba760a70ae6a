package org.insignia.openbadges.jose;

import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.insignia.openbadges.proof.ProofProblem;
import org.insignia.openbadges.proof.ProofResult;
import org.jspecify.annotations.Nullable;

/** Finds the key of an envelope and checks its signature. */
record SignerKey(KeyResolver keys, String purpose) {

  /**
   * @param signer issuer or holder as the document names it
   */
  ProofResult check(
      JoseAlgorithm algorithm,
      @Nullable String kid,
      @Nullable PublicKey brought,
      @Nullable String signer,
      Signed signed) {
    return switch (find(kid, brought, signer)) {
      case Resolution.Found found -> signature(algorithm, found.key(), brought, signed);
      case Resolution.NotFound missing ->
          new ProofResult.Invalid("", ProofProblem.KEY_NOT_FOUND, missing.reason());
      case Resolution.Unavailable open -> new ProofResult.Unchecked("", open.reason());
    };
  }

  /** What was signed, and the signature over it. */
  record Signed(Bytes message, Bytes signature) {}

  private Resolution find(
      @Nullable String kid, @Nullable PublicKey brought, @Nullable String signer) {
    if (kid != null && absolute(kid)) return keys.resolve(kid);
    if (signer == null) return new Resolution.NotFound("neither an absolute kid nor an issuer");
    if (kid != null && brought == null) return relative(kid, signer);
    if (brought == null) return keys.resolve(signer);
    Resolution published = keys.publishedBy(signer, brought);
    return published instanceof Resolution.Unavailable
        ? new Resolution.Found(claimed(brought, signer))
        : published;
  }

  /** A kid that is no URL is a fragment of the signer's document. */
  private Resolution relative(String kid, String signer) {
    return keys.resolve(signer + (kid.startsWith("#") ? "" : "#") + kid);
  }

  private static boolean absolute(String kid) {
    return kid.startsWith("did:") || kid.startsWith("https:") || kid.startsWith("http:");
  }

  private VerificationKey claimed(PublicKey key, String signer) {
    return new VerificationKey(signer, signer, key, Set.of(purpose), Evidence.CLAIM);
  }

  private ProofResult signature(
      JoseAlgorithm algorithm, VerificationKey key, @Nullable PublicKey brought, Signed signed) {
    if (brought != null && !brought.equals(key.key())) {
      return invalid(ProofProblem.KEY_NOT_FOUND, "kid names another key than jwk");
    }
    if (!key.mayHaveSignedAt(null)) {
      return invalid(
          ProofProblem.KEY_NOT_FOR_PURPOSE,
          "the key ended, and a JWT does not say when it was made");
    }
    if (!key.purposes().contains(purpose)) {
      return invalid(ProofProblem.KEY_NOT_FOR_PURPOSE, "not published for " + purpose);
    }
    if (JoseAlgorithm.of(key.key()) != algorithm) {
      return invalid(ProofProblem.KEY_OF_OTHER_KIND, "no key for " + algorithm.id());
    }
    return key.key().verifies(signed.message(), signed.signature())
        ? new ProofResult.Valid("", algorithm.id(), key)
        : invalid(ProofProblem.WRONG_SIGNATURE, "not what this key signed");
  }

  private static ProofResult invalid(ProofProblem problem, String detail) {
    return new ProofResult.Invalid("", problem, detail);
  }
}
