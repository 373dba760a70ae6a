package org.insignia.openbadges.jose;

import java.util.Set;
import org.insignia.openbadges.jose.MediaType.Wrapping;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.proof.ProofProblem;
import org.jspecify.annotations.Nullable;

/**
 * The header of a token: the few members a credential needs. All others are refused unread: they
 * fetch keys, decompress, or change how the token is read (docs/spec-divergences.md).
 *
 * @param jwk the key that the token brings along; its word alone
 */
record JoseHeader(
    JoseAlgorithm algorithm, MediaType type, @Nullable String kid, @Nullable PublicKey jwk) {
  private static final Set<String> KNOWN = Set.of("alg", "kid", "jwk", "typ", "cty", "iss");
  private static final int LONGEST_KID = 2_048;

  static JoseHeader of(JsonObject header, Wrapping wrapping) {
    for (String member : header.members().keySet()) {
      if (!KNOWN.contains(member)) {
        throw refused(ProofProblem.MALFORMED, "header member that credentials do not have");
      }
    }
    String alg = text(header, "alg");
    JoseAlgorithm algorithm = alg == null ? null : JoseAlgorithm.ofId(alg).orElse(null);
    if (algorithm == null) throw refused(ProofProblem.UNKNOWN_SUITE, "alg");
    MediaType type = type(header, wrapping);
    String kid = text(header, "kid");
    if (kid != null && (kid.isEmpty() || kid.length() > LONGEST_KID)) {
      throw refused(ProofProblem.MALFORMED, "kid of " + kid.length() + " characters");
    }
    text(header, "iss");
    return new JoseHeader(algorithm, type, kid, jwk(header));
  }

  private static MediaType type(JsonObject header, Wrapping wrapping) {
    String typ = text(header, "typ");
    if (typ == null && wrapping != Wrapping.COMPACT) {
      throw refused(ProofProblem.MALFORMED, "typ is missing");
    }
    MediaType type = typ == null ? MediaType.JWT : MediaType.of(typ, wrapping).orElse(null);
    if (type == null) throw refused(ProofProblem.MALFORMED, "typ is not that of a credential");
    String cty = text(header, "cty");
    if (cty != null && !type.holds(cty)) {
      throw refused(ProofProblem.MALFORMED, "cty is not that of a credential");
    }
    return type;
  }

  private static @Nullable PublicKey jwk(JsonObject header) {
    JsonValue jwk = header.get("jwk");
    if (jwk == null) return null;
    if (!(jwk instanceof JsonObject object)) throw refused(ProofProblem.MALFORMED, "jwk");
    try {
      return Jwk.read(object);
    } catch (MalformedCredential e) {
      throw refused(ProofProblem.MALFORMED, "jwk: " + e.getMessage());
    }
  }

  private static @Nullable String text(JsonObject header, String member) {
    return switch (header.get(member)) {
      case null -> null;
      case JsonString s -> s.value();
      case JsonValue other -> throw refused(ProofProblem.MALFORMED, member + " is not text");
    };
  }

  private static Refused refused(ProofProblem problem, String detail) {
    return new Refused(problem, detail);
  }
}
