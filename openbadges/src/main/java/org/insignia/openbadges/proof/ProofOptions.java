package org.insignia.openbadges.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.insignia.openbadges.rdf.Contexts;
import org.jspecify.annotations.Nullable;

/**
 * How a proof is to be made.
 *
 * @param verificationMethod where the public key is found, an absolute URL with a fragment
 * @param purpose {@code assertionMethod} for credentials, {@code authentication} for presentations
 * @param created in whole seconds
 * @param expires null for a proof that stays
 * @param challenge what the verifier asked to be signed along, null for none
 * @param domain for which verifier the proof is, null for any
 * @param id needed only where a later proof refers to this one
 * @param previousProof ids of the proofs in the document that this one covers too
 * @param mandatoryPointers ecdsa-sd-2023 only: JSON Pointers of what the holder must always show,
 *     besides what is protected anyhow
 */
public record ProofOptions(
    Cryptosuite suite,
    String verificationMethod,
    String purpose,
    Instant created,
    @Nullable Instant expires,
    @Nullable String challenge,
    @Nullable String domain,
    @Nullable String id,
    List<String> previousProof,
    List<String> mandatoryPointers,
    Contexts contexts) {
  public ProofOptions {
    created = created.truncatedTo(ChronoUnit.SECONDS);
    expires = expires == null ? null : expires.truncatedTo(ChronoUnit.SECONDS);
    previousProof = List.copyOf(previousProof);
    mandatoryPointers = List.copyOf(mandatoryPointers);
    if (!suite.current()) throw new IllegalArgumentException(suite.id() + " is only checked");
    if (!previousProof.isEmpty() && suite == Cryptosuite.ECDSA_SD_2023) {
      throw new IllegalArgumentException("ecdsa-sd-2023 cannot cover earlier proofs");
    }
  }

  /** A proof of the issuer's statement, with the bundled contexts. */
  public static ProofOptions assertion(
      Cryptosuite suite, String verificationMethod, Instant created) {
    return new ProofOptions(
        suite,
        verificationMethod,
        "assertionMethod",
        created,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Contexts.bundled());
  }

  /** A proof that the holder is here, answering a verifier's challenge. */
  public static ProofOptions authentication(
      Cryptosuite suite,
      String verificationMethod,
      Instant created,
      String challenge,
      String domain) {
    return assertion(suite, verificationMethod, created)
        .withPurpose("authentication")
        .withAudience(challenge, domain);
  }

  /** A copy for another purpose. */
  public ProofOptions withPurpose(String other) {
    return changed(copy -> copy.purpose = other);
  }

  /** A copy that answers a challenge, for the verifier of this domain; null for none. */
  public ProofOptions withAudience(@Nullable String asked, @Nullable String verifier) {
    return changed(copy -> {
      copy.challenge = asked;
      copy.domain = verifier;
    });
  }

  /** A copy with an id, for a later proof to refer to. */
  public ProofOptions withId(String proofId) {
    return changed(copy -> copy.id = proofId);
  }

  /** A copy that ends. */
  public ProofOptions withExpires(Instant end) {
    return changed(copy -> copy.expires = end);
  }

  /** A copy that covers these earlier proofs. */
  public ProofOptions withPreviousProof(List<String> ids) {
    return changed(copy -> copy.previousProof = ids);
  }

  /** A copy with these pointers made mandatory for the holder. */
  public ProofOptions withMandatoryPointers(List<String> pointers) {
    return changed(copy -> copy.mandatoryPointers = pointers);
  }

  /** A copy that reads JSON-LD by other contexts than the bundled ones. */
  public ProofOptions withContexts(Contexts other) {
    return changed(copy -> copy.contexts = other);
  }

  private ProofOptions changed(Consumer<Copy> change) {
    var copy = new Copy(this);
    change.accept(copy);
    return copy.options();
  }

  /** The options with room for changes. */
  private static final class Copy {
    private final ProofOptions original;
    private String purpose;
    private @Nullable Instant expires;
    private @Nullable String challenge;
    private @Nullable String domain;
    private @Nullable String id;
    private List<String> previousProof;
    private List<String> mandatoryPointers;
    private Contexts contexts;

    Copy(ProofOptions original) {
      this.original = original;
      this.purpose = original.purpose;
      this.expires = original.expires;
      this.challenge = original.challenge;
      this.domain = original.domain;
      this.id = original.id;
      this.previousProof = original.previousProof;
      this.mandatoryPointers = original.mandatoryPointers;
      this.contexts = original.contexts;
    }

    ProofOptions options() {
      return new ProofOptions(
          original.suite,
          original.verificationMethod,
          purpose,
          original.created,
          expires,
          challenge,
          domain,
          id,
          previousProof,
          mandatoryPointers,
          contexts);
    }
  }
}
