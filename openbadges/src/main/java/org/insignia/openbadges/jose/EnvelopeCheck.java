package org.insignia.openbadges.jose;

import java.time.Instant;
import org.insignia.openbadges.jose.MediaType.Wrapping;
import org.insignia.openbadges.jose.SignerKey.Signed;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.proof.ProofResult;
import org.jspecify.annotations.Nullable;

/**
 * Opens envelopes and checks their signature.
 *
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof">Open Badges 3.0, JWT proof</a>
 * @see <a href="https://www.w3.org/TR/2025/REC-vc-jose-cose-20250515/">Securing Verifiable
 *     Credentials using JOSE and COSE</a>
 */
public final class EnvelopeCheck {
  private final KeyResolver keys;
  private final @Nullable Instant now;
  private final @Nullable String challenge;
  private final @Nullable String domain;

  private EnvelopeCheck(
      KeyResolver keys,
      @Nullable Instant now,
      @Nullable String challenge,
      @Nullable String domain) {
    this.keys = keys;
    this.now = now;
    this.challenge = challenge;
    this.domain = domain;
  }

  /** Checks {@code nbf} and {@code exp} too. */
  public static EnvelopeCheck at(Instant now, KeyResolver keys) {
    return new EnvelopeCheck(keys, now, null, null);
  }

  /** Leaves {@code nbf} and {@code exp} unread: for looking at old envelopes. */
  public static EnvelopeCheck atAnyTime(KeyResolver keys) {
    return new EnvelopeCheck(keys, null, null, null);
  }

  /**
   * A copy that wants presentations to answer.
   *
   * @param expectedNonce what {@code nonce} must be; null for anything
   * @param audience what {@code aud} must hold; null for anything
   */
  public EnvelopeCheck answering(@Nullable String expectedNonce, @Nullable String audience) {
    return new EnvelopeCheck(keys, now, expectedNonce, audience);
  }

  /**
   * A JWT: of Open Badges 3.0 ({@code typ} JWT or none), or {@code vc+jwt}, {@code vp+jwt}.
   *
   * @throws MalformedCredential where it is not three parts of base64url that hold JSON objects, or
   *     over 256 KiB
   */
  public Envelope jwt(String compact) {
    return opened(CompactJws.read(compact), Wrapping.COMPACT, Disclosures.NONE);
  }

  /**
   * An SD-JWT, {@code vc+sd-jwt} or {@code vp+sd-jwt}, with the claims that were disclosed.
   *
   * @throws MalformedCredential where it cannot be read as one
   */
  public Envelope sdJwt(String text) {
    SdJwt sdJwt = SdJwt.read(text);
    return opened(sdJwt.jws(), Wrapping.SELECTIVE, sdJwt.disclosures());
  }

  /**
   * A COSE_Sign1, {@code vc+cose} or {@code vp+cose}.
   *
   * @throws MalformedCredential where it cannot be read as one
   */
  public Envelope cose(Bytes cbor) {
    CoseSign1 sign1 = CoseSign1.read(cbor);
    JsonObject payload = sign1.payload();
    try {
      CoseHeader header = CoseHeader.of(sign1.protectedHeader());
      Claims claims = Claims.of(payload, header.type());
      claims.agree();
      claims.answer(challenge, domain);
      ProofResult result =
          signerKey(claims)
              .check(header.algorithm(), header.kid(), null, claims.signer(), sign1.signed());
      return new Envelope(claims.document(), result);
    } catch (Refused e) {
      return new Envelope(payload, e.result());
    }
  }

  private Envelope opened(CompactJws jws, Wrapping wrapping, Disclosures disclosures) {
    JsonObject payload = disclosures.applied(jws.payload());
    try {
      JoseHeader header = JoseHeader.of(jws.header(), wrapping);
      Claims claims = Claims.of(payload, header.type());
      claims.agree();
      claims.answer(challenge, domain);
      if (now != null) claims.timely(now);
      ProofResult result =
          signerKey(claims)
              .check(
                  header.algorithm(),
                  header.kid(),
                  header.jwk(),
                  claims.signer(),
                  new Signed(jws.signed(), jws.signature()));
      return new Envelope(claims.document(), result);
    } catch (Refused e) {
      return new Envelope(payload, e.result());
    }
  }

  private SignerKey signerKey(Claims claims) {
    return new SignerKey(keys, claims.presentation() ? "authentication" : "assertionMethod");
  }
}
