package org.insignia.server.api.wallet;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  /** Between the ids of copies that went out with one answer and are told of together. */
  private static final String TOGETHER = ".";

  private static final int MOST_CHARACTERS = IssuerMetadata.BATCH * 37;

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
    List<HolderProof> proofs = proofs(access, request);
    requireOwner(access, wanted);
    for (String nonce : proofs.stream().map(HolderProof::nonce).distinct().toList()) {
      if (!nonces.use(nonce)) {
        throw new WalletRefusal(
            Code.INVALID_NONCE, "the nonce is unknown, ended or was used; ask for another");
      }
    }
    return answer(proofs.stream().map(proof -> send(access, wanted, proof)).toList());
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

  /** One for each key; what is wrong with one of them is wrong with the whole request. */
  private List<HolderProof> proofs(Access access, JsonObject request) {
    var now = clock.instant();
    List<HolderProof> proofs =
        jwts(request).stream().map(jwt -> HolderProof.check(jwt, issuer.issuer(), now)).toList();
    for (HolderProof proof : proofs) {
      if (access.program() != null
          && proof.program() != null
          && !access.program().equals(proof.program())) {
        throw new WalletRefusal(Code.INVALID_PROOF, "iss is not the client_id of this token");
      }
    }
    if (proofs.stream().map(HolderProof::holder).distinct().count() < proofs.size()) {
      throw new WalletRefusal(Code.INVALID_PROOF, "two proofs are of the same key");
    }
    return proofs;
  }

  private static List<String> jwts(JsonObject request) {
    if (request.get("proofs") instanceof JsonObject proofs
        && proofs.members().size() == 1
        && proofs.get("jwt") instanceof JsonArray jwts
        && !jwts.elements().isEmpty()
        && jwts.elements().size() <= IssuerMetadata.BATCH
        && jwts.elements().stream().allMatch(JsonString.class::isInstance)) {
      return jwts.elements().stream().map(jwt -> ((JsonString) jwt).value()).toList();
    }
    throw new WalletRefusal(
        Code.INVALID_PROOF,
        "proofs has to be an object with a list of 1 to "
            + IssuerMetadata.BATCH
            + " texts under jwt, and nothing else");
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

  private static JsonObject answer(List<Sent> sent) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        "credentials", sent.stream().map(s -> Map.of("credential", credential(s))).toList());
    members.put(
        "notification_id",
        sent.stream().map(s -> s.id().toString()).collect(Collectors.joining(TOGETHER)));
    return (JsonObject) JsonValue.from(members);
  }

  private static JsonValue credential(Sent sent) {
    return sent.form() == Form.LDP_VC ? Json.parse(sent.document()) : JsonValue.of(sent.document());
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
    if (!copies.tell(access.person(), copies(notification), told)) {
      throw unknownNotification();
    }
  }

  /** Those that were sent together. */
  private static List<UUID> copies(JsonObject notification) {
    String id = notification.string("notification_id");
    if (id == null) {
      throw new WalletRefusal(Code.INVALID_NOTIFICATION_REQUEST, "notification_id is missing");
    }
    if (id.length() > MOST_CHARACTERS) {
      throw unknownNotification();
    }
    try {
      return Stream.of(id.split(Pattern.quote(TOGETHER), -1))
          .map(UUID::fromString)
          .distinct()
          .toList();
    } catch (IllegalArgumentException e) {
      throw unknownNotification();
    }
  }

  private static WalletRefusal unknownNotification() {
    return new WalletRefusal(Code.INVALID_NOTIFICATION_ID, "no credential was sent under this id");
  }
}
