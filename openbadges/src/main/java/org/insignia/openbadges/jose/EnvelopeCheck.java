package org.insignia.openbadges.jose;

import java.time.Instant;
import org.insignia.openbadges.jose.KeyBinding.Asked;
import org.insignia.openbadges.jose.MediaType.Wrapping;
import org.insignia.openbadges.jose.SignerKey.Signed;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.proof.ProofProblem;
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
  private final Asked asked;

  private EnvelopeCheck(KeyResolver keys, @Nullable Instant now, Asked asked) {
    this.keys = keys;
    this.now = now;
    this.asked = asked;
  }

  /** Checks {@code nbf} and {@code exp} too. */
  public static EnvelopeCheck at(Instant now, KeyResolver keys) {
    return new EnvelopeCheck(keys, now, Asked.NOTHING);
  }

  /** Leaves {@code nbf} and {@code exp} unread: for looking at old envelopes. */
  public static EnvelopeCheck atAnyTime(KeyResolver keys) {
    return new EnvelopeCheck(keys, null, Asked.NOTHING);
  }

  /**
   * A copy that wants presentations to answer, and SD-JWTs to be bound to this question by their
   * holder, where the issuer names the holder's key.
   *
   * @param nonce null where nothing was asked
   * @param audience the verifier, as it named itself; null for any
   */
  public EnvelopeCheck answering(@Nullable String nonce, @Nullable String audience) {
    return new EnvelopeCheck(keys, now, new Asked(nonce, audience));
  }

  /**
   * A JWT: of Open Badges 3.0 ({@code typ} JWT or none), or {@code vc+jwt}, {@code vp+jwt}.
   *
   * @throws MalformedCredential where it is not three parts of base64url that hold JSON objects, or
   *     over 256 KiB
   */
  public Envelope jwt(String compact) {
    return opened(CompactJws.read(compact), Wrapping.COMPACT, Disclosures.NONE, null);
  }

  /**
   * An SD-JWT, {@code vc+sd-jwt} or {@code vp+sd-jwt}, with the claims that were disclosed, and
   * with or without key binding.
   *
   * @throws MalformedCredential where it cannot be read as one
   */
  public Envelope sdJwt(String text) {
    SdJwt sdJwt = SdJwt.read(text);
    ProofResult holder = holder(sdJwt);
    return opened(sdJwt.jws(), Wrapping.SELECTIVE, sdJwt.disclosures(), holder);
  }

  private @Nullable ProofResult holder(SdJwt sdJwt) {
    JsonObject issued = sdJwt.jws().payload();
    if (sdJwt.binding() != null) return sdJwt.binding().check(issued, keys, asked, now);
    return asked.nonce() == null || issued.get(KeyBinding.CONFIRMATION) == null
        ? null
        : new Refused(ProofProblem.WRONG_CHALLENGE, "the holder has not signed the nonce").result();
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
      claims.answer(asked.nonce(), asked.audience());
      ProofResult result =
          signerKey(claims)
              .check(header.algorithm(), header.kid(), null, claims.signer(), sign1.signed());
      return new Envelope(claims.document(), result, null);
    } catch (Refused e) {
      return new Envelope(payload, e.result(), null);
    }
  }

  private Envelope opened(
      CompactJws jws, Wrapping wrapping, Disclosures disclosures, @Nullable ProofResult holder) {
    JsonObject payload = disclosures.applied(jws.payload());
    try {
      JoseHeader header = JoseHeader.of(jws.header(), wrapping);
      Claims claims = Claims.of(payload, header.type());
      claims.agree();
      if (!(holder instanceof ProofResult.Valid)) claims.answer(asked.nonce(), asked.audience());
      if (now != null) claims.timely(now);
      ProofResult result =
          signerKey(claims)
              .check(
                  header.algorithm(),
                  header.kid(),
                  header.jwk(),
                  claims.signer(),
                  new Signed(jws.signed(), jws.signature()));
      return new Envelope(claims.document(), result, holder);
    } catch (Refused e) {
      return new Envelope(payload, e.result(), holder);
    }
  }

  private SignerKey signerKey(Claims claims) {
    return new SignerKey(keys, claims.presentation() ? "authentication" : "assertionMethod");
  }
}
