package org.insignia.openbadges.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Base64Url;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.insignia.openbadges.proof.ProofProblem;
import org.insignia.openbadges.proof.ProofResult;
import org.jspecify.annotations.Nullable;

/**
 * The end of an SD-JWT with key binding: its holder signed, for one verifier, exactly what is
 * shown.
 *
 * @param shown the SD-JWT as far as its last {@code ~}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901#name-key-binding-jwt">RFC 9901, Key Binding
 *     JWT</a>
 */
record KeyBinding(CompactJws jws, String shown) {
  /** The claim in which the issuer names the holder's key (RFC 7800). */
  static final String CONFIRMATION = "cnf";

  private static final String TYPE = "kb+jwt";
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final Duration LEEWAY = Duration.ofSeconds(60);
  private static final Duration FRESH = Duration.ofMinutes(10);

  /**
   * What a verifier asked to be signed along.
   *
   * @param nonce null where nothing was asked; then any will do, of any age
   * @param audience the verifier as it calls itself; null where any will do
   */
  record Asked(@Nullable String nonce, @Nullable String audience) {
    static final Asked NOTHING = new Asked(null, null);
  }

  /**
   * @param issued what the issuer signed, with {@code cnf} in it
   * @param now null where the age is not asked
   */
  ProofResult check(JsonObject issued, KeyResolver keys, Asked asked, @Nullable Instant now) {
    try {
      JoseAlgorithm algorithm = algorithm();
      answers(asked);
      if (now != null) timely(now, asked);
      return switch (holderKey(issued, keys)) {
        case Resolution.Found found -> signature(algorithm, found.key());
        case Resolution.NotFound missing ->
            new ProofResult.Invalid("", ProofProblem.KEY_NOT_FOUND, missing.reason());
        case Resolution.Unavailable open -> new ProofResult.Unchecked("", open.reason());
      };
    } catch (Refused e) {
      return e.result();
    }
  }

  private JoseAlgorithm algorithm() {
    JsonObject header = jws.header();
    if (!HEADER.containsAll(header.members().keySet()) || !TYPE.equals(header.string("typ"))) {
      throw refused(ProofProblem.MALFORMED, "not the header of a key binding");
    }
    String alg = header.string("alg");
    return JoseAlgorithm.ofId(alg == null ? "" : alg)
        .orElseThrow(() -> refused(ProofProblem.UNKNOWN_SUITE, "alg"));
  }

  private void answers(Asked asked) {
    JsonObject claims = jws.payload();
    String nonce = claims.string("nonce");
    String audience = claims.string("aud");
    if (nonce == null || audience == null || !(claims.get("iat") instanceof JsonNumber)) {
      throw refused(ProofProblem.MALFORMED, "nonce, aud or iat is missing");
    }
    if (!digest(shown).equals(claims.string("sd_hash"))) {
      throw refused(ProofProblem.WRONG_SIGNATURE, "made for other claims than those shown");
    }
    if (asked.nonce() != null && !asked.nonce().equals(nonce)) {
      throw refused(ProofProblem.WRONG_CHALLENGE, "not the nonce that was set");
    }
    if (asked.audience() != null && !asked.audience().equals(audience)) {
      throw refused(ProofProblem.WRONG_DOMAIN, "not for the verifier that asked");
    }
  }

  private void timely(Instant now, Asked asked) {
    Instant made = Instant.ofEpochSecond(seconds(jws.payload().get("iat")));
    if (made.isAfter(now.plus(LEEWAY))) {
      throw refused(ProofProblem.CREATED_IN_FUTURE, "iat lies in the future");
    }
    if (asked.nonce() != null && made.isBefore(now.minus(FRESH))) {
      throw refused(ProofProblem.EXPIRED, "iat is older than ten minutes");
    }
  }

  private static long seconds(@Nullable JsonValue value) {
    double seconds = value instanceof JsonNumber n ? n.doubleValue() : Double.NaN;
    if (!(seconds >= 0 && seconds < 253_402_300_800d)) {
      throw refused(ProofProblem.MALFORMED, "iat is not a date in seconds");
    }
    return (long) Math.floor(seconds);
  }

  /** The key that the issuer says is the holder's: in the claim itself, or named by a DID. */
  private static Resolution holderKey(JsonObject issued, KeyResolver keys) {
    JsonObject confirmation = issued.object(CONFIRMATION);
    JsonObject jwk = confirmation == null ? null : confirmation.object("jwk");
    String kid = confirmation == null ? null : confirmation.string("kid");
    if (jwk == null) {
      return kid != null && kid.startsWith("did:")
          ? keys.resolve(kid)
          : new Resolution.NotFound("the issuer names no key of the holder");
    }
    try {
      PublicKey key = Jwk.read(jwk);
      return new Resolution.Found(
          new VerificationKey(
              CONFIRMATION, CONFIRMATION, key, Set.of("authentication"), Evidence.DOCUMENT));
    } catch (MalformedCredential e) {
      throw refused(ProofProblem.MALFORMED, "cnf: " + e.getMessage());
    }
  }

  private ProofResult signature(JoseAlgorithm algorithm, VerificationKey key) {
    if (!key.purposes().contains("authentication")) {
      return refused(ProofProblem.KEY_NOT_FOR_PURPOSE, "not for authentication").result();
    }
    if (JoseAlgorithm.of(key.key()) != algorithm) {
      return refused(ProofProblem.KEY_OF_OTHER_KIND, "no key for " + algorithm.id()).result();
    }
    return key.key().verifies(jws.signed(), jws.signature())
        ? new ProofResult.Valid("", algorithm.id(), key)
        : refused(ProofProblem.WRONG_SIGNATURE, "not what the holder's key signed").result();
  }

  /** The SD-JWT with the holder's signature at its end. */
  static String bound(String shown, KeyPair holder, Asked asked, Instant now) {
    var header = new LinkedHashMap<String, JsonValue>();
    header.put("alg", JsonValue.of(JoseAlgorithm.of(holder.publicKey()).id()));
    header.put("typ", JsonValue.of(TYPE));
    var claims = new LinkedHashMap<String, JsonValue>();
    claims.put("iat", JsonValue.of(now.getEpochSecond()));
    claims.put("aud", JsonValue.of(String.valueOf(asked.audience())));
    claims.put("nonce", JsonValue.of(String.valueOf(asked.nonce())));
    claims.put("sd_hash", JsonValue.of(digest(shown)));
    String signed = part(header) + "." + part(claims);
    return shown + signed + "." + Base64Url.encode(holder.sign(Bytes.utf8(signed)));
  }

  private static String part(LinkedHashMap<String, JsonValue> members) {
    return Base64Url.encode(Bytes.utf8(Json.write(new JsonObject(members))));
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Bytes.utf8(text).view());
      return Base64Url.encode(Bytes.wrap(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Refused refused(ProofProblem problem, String detail) {
    return new Refused(problem, "key binding: " + detail);
  }
}
