package org.insignia.openbadges.jose;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.openbadges.cbor.Cbor;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Base64Url;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.members.DateTimeStamp;
import org.jspecify.annotations.Nullable;

/**
 * Puts credentials and presentations into signed envelopes; the algorithm follows the key.
 *
 * @see EnvelopeCheck
 */
public final class EnvelopeSigner {
  private final KeyPair key;
  private final @Nullable String kid;
  private final JoseAlgorithm algorithm;

  /**
   * @param kid where verifiers find the key, a DID URL or https URL; null puts the key itself into
   *     the header, which shows integrity but not who signed
   */
  public EnvelopeSigner(KeyPair key, @Nullable String kid) {
    this.key = key;
    this.kid = kid;
    this.algorithm = JoseAlgorithm.of(key.publicKey());
  }

  /**
   * The JWT of Open Badges 3.0: the members of the credential, and the registered claims that
   * repeat some of them.
   *
   * @throws MalformedCredential where issuer, id or validFrom are missing
   */
  public String openBadge(JsonObject credential) {
    var payload = new LinkedHashMap<>(credential.members());
    JsonObject issuer = credential.object("issuer");
    String issuerId = issuer == null ? credential.string("issuer") : issuer.string("id");
    payload.put("iss", JsonValue.of(required(issuerId, "/issuer/id")));
    payload.put("jti", JsonValue.of(required(credential.string("id"), "/id")));
    Instant from =
        date(credential, "validFrom")
            .orElseThrow(() -> new MalformedCredential("/validFrom", "missing"));
    payload.put("nbf", JsonValue.of(from.getEpochSecond()));
    JsonObject subject = credential.object("credentialSubject");
    String subjectId = subject == null ? null : subject.string("id");
    if (subjectId != null) payload.put("sub", JsonValue.of(subjectId));
    date(credential, "validUntil")
        .ifPresent(until -> payload.put("exp", JsonValue.of(until.getEpochSecond())));
    return token(MediaType.JWT, new JsonObject(payload));
  }

  /** A {@code vc+jwt}. */
  public String credentialJwt(JsonObject credential) {
    return token(MediaType.VC_JWT, credential);
  }

  /** A {@code vp+jwt}. */
  public String presentationJwt(JsonObject presentation) {
    return token(MediaType.VP_JWT, presentation);
  }

  /**
   * A {@code vc+sd-jwt} with all its disclosures, for the holder: see {@link HeldSdJwt}.
   *
   * @param disclosable what the holder may keep back; type, dates and status cannot be among it
   */
  public String credentialSdJwt(
      JsonObject credential, List<JsonPointer> disclosable, SecureRandom random) {
    return selective(MediaType.VC_SD_JWT, credential, disclosable, random);
  }

  /**
   * As {@link #credentialSdJwt}, for the holder of this key alone: verifiers ask for a signature of
   * it, which {@link HeldSdJwt#showing(java.util.Collection, KeyPair, String, String, Instant)}
   * adds.
   */
  public String credentialSdJwt(
      JsonObject credential, List<JsonPointer> disclosable, PublicKey holder, SecureRandom random) {
    JsonValue confirmation = JsonValue.from(Map.of("jwk", holder.jwk()));
    return selective(
        MediaType.VC_SD_JWT,
        credential.with(KeyBinding.CONFIRMATION, confirmation),
        disclosable,
        random);
  }

  /** A {@code vp+sd-jwt}, as {@link #credentialSdJwt}. */
  public String presentationSdJwt(
      JsonObject presentation, List<JsonPointer> disclosable, SecureRandom random) {
    return selective(MediaType.VP_SD_JWT, presentation, disclosable, random);
  }

  /** A {@code vc+cose}. */
  public Bytes credentialCose(JsonObject credential) {
    return cose(MediaType.VC_COSE, credential);
  }

  /** A {@code vp+cose}. */
  public Bytes presentationCose(JsonObject presentation) {
    return cose(MediaType.VP_COSE, presentation);
  }

  private String selective(
      MediaType type, JsonObject document, List<JsonPointer> disclosable, SecureRandom random) {
    var concealing = new Concealing(document, disclosable, random);
    var text = new StringBuilder(token(type, concealing.payload(document))).append('~');
    for (Disclosure disclosure : concealing.disclosures()) {
      text.append(disclosure.text()).append('~');
    }
    return text.toString();
  }

  private String token(MediaType type, JsonObject payload) {
    String signed = part(header(type)) + "." + part(payload);
    return signed + "." + Base64Url.encode(key.sign(Bytes.utf8(signed)));
  }

  private JsonObject header(MediaType type) {
    var header = new LinkedHashMap<String, JsonValue>();
    header.put("alg", JsonValue.of(algorithm.id()));
    header.put("typ", JsonValue.of(type.id()));
    if (kid != null) header.put("kid", JsonValue.of(kid));
    else header.put("jwk", key.publicKey().jwk());
    return new JsonObject(header);
  }

  private Bytes cose(MediaType type, JsonObject document) {
    Bytes header = Cbor.write(CoseHeader.write(algorithm, type, kid));
    Bytes payload = Bytes.utf8(Json.write(document));
    return CoseSign1.write(header, payload, key.sign(CoseSign1.message(header, payload)));
  }

  private static String part(JsonObject json) {
    return Base64Url.encode(Bytes.utf8(Json.write(json)));
  }

  private static String required(@Nullable String value, String pointer) {
    if (value == null) throw new MalformedCredential(pointer, "missing");
    return value;
  }

  private static Optional<Instant> date(JsonObject credential, String member) {
    if (credential.get(member) == null) return Optional.empty();
    String text = required(credential.string(member), "/" + member);
    return Optional.of(DateTimeStamp.parse(text, "/" + member));
  }
}
