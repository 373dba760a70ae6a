package org.insignia.server.accounts.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Checks what a browser answers, for our origin alone and with the user verified by the device; the
 * one place that knows the WebAuthn library. No attestation is asked for: who made the device is
 * none of our business.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">WebAuthn Level 3, relying
 *     party operations</a>
 */
@Component
final class Ceremony {
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.RS256));

  private final ObjectConverter converter = new ObjectConverter();
  private final AttestedCredentialDataConverter attested =
      new AttestedCredentialDataConverter(converter);
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final Origin origin;
  private final String relyingParty;

  /**
   * A passkey's answer to a question.
   *
   * @param credentialId which passkey says it answers; nothing is proven by that yet
   */
  record Answer(Octets credentialId, String json) {}

  /** How a checked answer leaves the passkey. */
  record Used(long signCount, boolean backedUp) {}

  Ceremony(Settings settings) {
    this.origin = new Origin(origin(settings.baseUrl()));
    this.relyingParty = settings.baseUrl().getHost();
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getAuthority();
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }

  /** The host that passkeys are bound to. */
  String relyingParty() {
    return relyingParty;
  }

  static List<Long> algorithms() {
    return ALGORITHMS.stream().map(a -> a.getAlg().getValue()).toList();
  }

  private ServerProperty server(Octets challenge) {
    return ServerProperty.builder()
        .origin(origin)
        .rpId(relyingParty)
        .challenge(new DefaultChallenge(challenge.toArray()))
        .build();
  }

  /** The public part of a passkey that was just made; empty if the answer does not hold. */
  Optional<PublicPart> made(String json, Octets challenge) {
    try {
      var parameters = new RegistrationParameters(server(challenge), ALGORITHMS, true, true);
      var made = manager.verifyRegistrationResponseJSON(json, parameters);
      var attestation = made.getAttestationObject();
      if (attestation == null
          || attestation.getAuthenticatorData().getAttestedCredentialData() == null) {
        return Optional.empty();
      }
      var data = attestation.getAuthenticatorData();
      var credential = data.getAttestedCredentialData();
      return Optional.of(
          new PublicPart(
              new Octets(credential.getCredentialId()),
              new Octets(attested.convert(credential)),
              data.getSignCount(),
              data.isFlagBE(),
              data.isFlagBS()));
    } catch (VerificationException | DataConversionException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Reads which passkey answers; empty if it is no answer at all. */
  Optional<Answer> read(String json) {
    try {
      var id = manager.parseAuthenticationResponseJSON(json).getCredentialId();
      return id == null ? Optional.empty() : Optional.of(new Answer(new Octets(id), json));
    } catch (DataConversionException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether this passkey answered this question; empty if not, or if it seems to be a copy. */
  Optional<Used> used(Answer answer, PublicPart part, Octets challenge) {
    try {
      var record =
          new CredentialRecordImpl(
              new NoneAttestationStatement(),
              true,
              part.backupEligible(),
              part.backedUp(),
              part.signCount(),
              attested.convert(part.attested().toArray()),
              null,
              null,
              null,
              Set.of());
      var parameters =
          new AuthenticationParameters(
              server(challenge), record, List.of(part.credentialId().toArray()), true, true);
      AuthenticatorData<?> data =
          manager
              .verifyAuthenticationResponseJSON(answer.json(), parameters)
              .getAuthenticatorData();
      return data == null
          ? Optional.empty()
          : Optional.of(new Used(data.getSignCount(), data.isFlagBS()));
    } catch (VerificationException | DataConversionException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Octets decoded(String base64Url) {
    return new Octets(Base64.getUrlDecoder().decode(base64Url));
  }
}
