package org.insignia.openbadges.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.members.DateTimeStamp;
import org.jspecify.annotations.Nullable;

/** What a proof says of itself, held against what is wanted; no cryptography yet. */
record ProofTerms(
    JsonObject proof, Cryptosuite suite, String verificationMethod, List<String> previousProof) {
  private static final Duration LEEWAY = Duration.ofSeconds(60);
  private static final int LONGEST_URL = 2_048;

  static ProofTerms of(JsonObject proof, CheckOptions options) {
    Cryptosuite suite =
        Cryptosuite.of(proof)
            .orElseThrow(
                () -> new ProofFailure(ProofProblem.UNKNOWN_SUITE, "type and cryptosuite"));
    purpose(proof, options);
    times(proof, suite, options.now());
    audience(proof, options);
    return new ProofTerms(proof, suite, verificationMethod(proof), ProofSet.previousProof(proof));
  }

  /** When the proof says that it was made; null where it does not say. */
  @Nullable Instant created() {
    return time(proof, "created").orElse(null);
  }

  /** The bytes of {@code proofValue}, in the alphabet that the suite asks for. */
  Bytes signature() {
    return value('z');
  }

  Bytes value(char header) {
    String text = proof.string("proofValue");
    if (text == null || text.isEmpty() || text.charAt(0) != header) {
      throw malformed("proofValue is not multibase text that starts with " + header);
    }
    try {
      return Multibase.decode(text);
    } catch (MalformedCredential e) {
      throw malformed("proofValue: " + e.getMessage());
    }
  }

  private static void purpose(JsonObject proof, CheckOptions options) {
    String purpose = proof.string("proofPurpose");
    if (purpose == null) throw malformed("proofPurpose is missing");
    if (!purpose.equals(options.purpose())) {
      throw new ProofFailure(ProofProblem.WRONG_PURPOSE, "not for " + options.purpose());
    }
  }

  private static void times(JsonObject proof, Cryptosuite suite, Instant now) {
    if (time(proof, "created").filter(t -> t.isAfter(now.plus(LEEWAY))).isPresent()) {
      throw new ProofFailure(ProofProblem.CREATED_IN_FUTURE, "created lies in the future");
    }
    if (suite == Cryptosuite.ED25519_SIGNATURE_2020 && proof.get("created") == null) {
      throw malformed("created is missing");
    }
    if (time(proof, "expires").filter(t -> !t.isAfter(now)).isPresent()) {
      throw new ProofFailure(ProofProblem.EXPIRED, "expires has passed");
    }
  }

  private static Optional<Instant> time(JsonObject proof, String member) {
    if (proof.get(member) == null) return Optional.empty();
    String text = proof.string(member);
    if (text == null) throw malformed(member + " is not text");
    return Optional.of(DateTimeStamp.parse(text, "/" + member));
  }

  private static void audience(JsonObject proof, CheckOptions options) {
    String domain = options.domain();
    if (domain != null && !strings(proof, "domain").equals(Set.of(domain))) {
      throw new ProofFailure(ProofProblem.WRONG_DOMAIN, "not for the domain that was asked");
    }
    String challenge = options.challenge();
    if (challenge != null && !challenge.equals(proof.string("challenge"))) {
      throw new ProofFailure(ProofProblem.WRONG_CHALLENGE, "not the challenge that was set");
    }
    strings(proof, "domain");
    if (proof.get("challenge") != null) strings(proof, "challenge");
  }

  private static Set<String> strings(JsonObject proof, String member) {
    return proof.list(member).stream()
        .map(v -> {
          if (v instanceof JsonString s) return s.value();
          throw malformed(member + " is not text");
        })
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String verificationMethod(JsonObject proof) {
    String method = proof.string("verificationMethod");
    if (method == null) throw malformed("verificationMethod is not a URL");
    if (method.length() > LONGEST_URL) throw malformed("verificationMethod is too long");
    try {
      if (new URI(method).isAbsolute()) return method;
    } catch (URISyntaxException e) {
      throw malformed("verificationMethod is not a URL");
    }
    throw malformed("verificationMethod is relative");
  }

  private static ProofFailure malformed(String detail) {
    return new ProofFailure(ProofProblem.MALFORMED, detail);
  }
}
