package org.insignia.server.api.wallet;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.server.api.wallet.WalletAccesses.Access;
import org.insignia.server.api.wallet.WalletAccesses.Granted;
import org.insignia.server.api.wallet.WalletRefusal.Code;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.copies.WalletCopies;
import org.insignia.server.issuing.copies.WalletCopies.Sent;
import org.insignia.server.issuing.copies.WalletCopy.Form;
import org.insignia.server.issuing.copies.WalletCopy.Told;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * What wallets ask for with a token, judged step by step: what is asked for, whether it may be had,
 * for which key; then it is made.
 */
@Component
class CredentialRequests {
  private final Claims claims;
  private final WalletCopies copies;
  private final Nonces nonces;
  private final IssuerMetadata issuer;
  private final Clock clock;

  CredentialRequests(
      Claims claims, WalletCopies copies, Nonces nonces, IssuerMetadata issuer, Clock clock) {
    this.claims = claims;
    this.copies = copies;
    this.nonces = nonces;
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * The answer to a credential request.
   *
   * @throws WalletRefusal what is answered instead
   */
  JsonObject answer(Access access, JsonObject request) {
    if (request.get("credential_response_encryption") != null) {
      throw new WalletRefusal(
          Code.INVALID_ENCRYPTION_PARAMETERS, "answers are not encrypted beyond TLS");
    }
    Granted wanted = wanted(access, request);
    HolderProof proof = HolderProof.check(proof(request), issuer.issuer(), clock.instant());
    requireOwner(access, wanted);
    if (!nonces.use(proof.nonce())) {
      throw new WalletRefusal(
          Code.INVALID_NONCE, "the nonce is unknown, ended or was used; ask for another");
    }
    return answer(send(access, wanted, proof));
  }

  /** By the identifier that came with the token, or by a configuration that means one badge. */
  private static Granted wanted(Access access, JsonObject request) {
    JsonValue identifier = request.get("credential_identifier");
    JsonValue configuration = request.get("credential_configuration_id");
    if ((identifier == null) == (configuration == null)) {
      throw new WalletRefusal(
          Code.INVALID_CREDENTIAL_REQUEST,
          "either credential_identifier or credential_configuration_id");
    }
    if (identifier != null) {
      return access.granted().stream()
          .filter(g -> identifier.equals(JsonValue.of(g.identifier())))
          .findFirst()
          .orElseThrow(() ->
              new WalletRefusal(
                  Code.UNKNOWN_CREDENTIAL_IDENTIFIER, "not one that came with this token"));
    }
    Configuration asked =
        Configuration.of(configuration instanceof JsonString text ? text.value() : "")
            .orElseThrow(() ->
                new WalletRefusal(
                    Code.UNKNOWN_CREDENTIAL_CONFIGURATION, "not in the issuer's metadata"));
    List<Granted> meant =
        access.granted().stream().filter(g -> g.configuration() == asked).toList();
    if (meant.isEmpty()) {
      throw new WalletRefusal(
          Code.CREDENTIAL_REQUEST_DENIED, "this token does not open " + asked.id());
    }
    if (meant.size() > 1) {
      throw new WalletRefusal(
          Code.INVALID_CREDENTIAL_REQUEST,
          "this token opens several badges; ask by credential_identifier");
    }
    return meant.getFirst();
  }

  private static String proof(JsonObject request) {
    if (request.get("proofs") instanceof JsonObject proofs
        && proofs.members().size() == 1
        && proofs.get("jwt") instanceof JsonArray jwts
        && jwts.elements().size() == 1
        && jwts.elements().getFirst() instanceof JsonString jwt) {
      return jwt.value();
    }
    throw new WalletRefusal(
        Code.INVALID_PROOF, "proofs has to be an object with one jwt in a list, and nothing else");
  }

  private void requireOwner(Access access, Granted wanted) {
    boolean own =
        claims
            .of(wanted.badge())
            .filter(c -> c.state() == Claim.State.ACCEPTED)
            .filter(c -> access.person().equals(c.owner()))
            .isPresent();
    if (!own) {
      throw new WalletRefusal(
          Code.CREDENTIAL_REQUEST_DENIED, "the badge is no longer this person's");
    }
  }

  private Sent send(Access access, Granted wanted, HolderProof proof) {
    try {
      return copies.send(
          access.person(), wanted.badge(), proof.holder(), wanted.configuration().form());
    } catch (Problem.Conflict | Problem.NotFound gone) {
      throw new WalletRefusal(Code.CREDENTIAL_REQUEST_DENIED, gone.detail());
    }
  }

  private static JsonObject answer(Sent sent) {
    JsonValue credential =
        sent.form() == Form.LDP_VC ? Json.parse(sent.document()) : JsonValue.of(sent.document());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("credentials", List.of(Map.of("credential", credential)));
    members.put("notification_id", sent.id().toString());
    return (JsonObject) JsonValue.from(members);
  }

  /**
   * Keeps what a wallet says of what it got.
   *
   * @throws WalletRefusal what is answered instead
   */
  void tell(Access access, JsonObject notification) {
    Told told =
        Told.of(String.valueOf(notification.string("event")))
            .orElseThrow(() ->
                new WalletRefusal(
                    Code.INVALID_NOTIFICATION_REQUEST,
                    "event has to be credential_accepted, credential_failure or credential_deleted"));
    if (!copies.tell(access.person(), copy(notification), told)) {
      throw unknownNotification();
    }
  }

  private static UUID copy(JsonObject notification) {
    String id = notification.string("notification_id");
    if (id == null) {
      throw new WalletRefusal(Code.INVALID_NOTIFICATION_REQUEST, "notification_id is missing");
    }
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw unknownNotification();
    }
  }

  private static WalletRefusal unknownNotification() {
    return new WalletRefusal(Code.INVALID_NOTIFICATION_ID, "no credential was sent under this id");
  }
}
