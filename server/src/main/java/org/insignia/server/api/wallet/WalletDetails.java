package org.insignia.server.api.wallet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.api.oauth.TokenRequest;
import org.insignia.server.api.oauth.consent.AuthorizationDetails;
import org.insignia.server.api.wallet.WalletAccesses.Granted;
import org.insignia.server.api.wallet.WalletOfferStore.Offer;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.web.BadgeView;
import org.insignia.server.claims.web.BadgeViews;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Component;

/**
 * What a wallet may fetch that asked a person: the badge of the offer that it names by {@code
 * issuer_state}, if that is the person's own; without an offer, what the person holds at that
 * moment.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#name-using-authorization-details">OpenID4VCI
 *     1.0</a>
 */
@Component
final class WalletDetails implements AuthorizationDetails {
  static final String TYPE = "openid_credential";
  private static final String DETAILS = "authorization_details";
  private static final String STATE = "issuer_state";
  private static final String CONFIGURATION = "credential_configuration_id";
  private static final String IDENTIFIERS = "credential_identifiers";
  private static final int MOST_BADGES = 100;

  private final WalletOffers offers;
  private final Claims claims;
  private final Credentials credentials;
  private final BadgeViews views;
  private final Nonces nonces;

  WalletDetails(
      WalletOffers offers,
      Claims claims,
      Credentials credentials,
      BadgeViews views,
      Nonces nonces) {
    this.offers = offers;
    this.claims = claims;
    this.credentials = credentials;
    this.views = views;
    this.nonces = nonces;
  }

  @Override
  public List<String> types() {
    return List.of(TYPE);
  }

  @Override
  public String scope() {
    return Configuration.SCOPE;
  }

  @Override
  public boolean understands(String json) {
    return !read(json).isEmpty();
  }

  /** The configurations that are asked for, each once; none where anything else is. */
  private static List<JsonObject> read(String json) {
    try {
      if (Json.parse(json) instanceof JsonArray all
          && !all.elements().isEmpty()
          && all.elements().size() <= Configuration.values().length
          && all.elements().stream().allMatch(JsonObject.class::isInstance)) {
        var named =
            all.elements().stream()
                .map(one -> EarlierDraft.configured((JsonObject) one))
                .distinct()
                .toList();
        return named.stream().allMatch(WalletDetails::isKnown) ? named : List.of();
      }
    } catch (MalformedCredential | WalletRefusal e) {
      return List.of(); // whoever sent it is told that it is not understood
    }
    return List.of();
  }

  private static boolean isKnown(JsonObject one) {
    return TYPE.equals(one.string("type"))
        && Configuration.of(String.valueOf(one.string(CONFIGURATION))).isPresent();
  }

  /** By the scope alone all forms are meant; the offer that is named goes along. */
  @Override
  public Optional<String> asked(TokenRequest request) {
    var details = request.optional(DETAILS);
    if (details.isEmpty() && !request.scopes().contains(Configuration.SCOPE)) {
      return Optional.empty();
    }
    var all = details.isEmpty() ? everyForm() : read(details);
    var state = request.optional(STATE);
    return all.isEmpty()
        ? Optional.of(details)
        : Optional.of(
            Json.write(
                new JsonArray(
                    all.stream()
                        .map(one -> state.isEmpty() ? one : one.with(STATE, JsonValue.of(state)))
                        .map(JsonValue.class::cast)
                        .toList())));
  }

  private static List<JsonObject> everyForm() {
    return Stream.of(Configuration.values())
        .map(c -> (JsonObject) JsonValue.from(Map.of("type", TYPE, CONFIGURATION, c.id())))
        .toList();
  }

  @Override
  public String words(String json, Shell shell) {
    return Door.person()
        .flatMap(
            person -> read(json).stream().flatMap(one -> offered(person, one).stream()).findFirst())
        .flatMap(offer -> name(offer, shell))
        .map(name -> shell.t("wallet.consent.single", name))
        .orElseGet(() -> shell.t("wallet.consent.all"));
  }

  private Optional<String> name(Offer offer, Shell shell) {
    return claims.of(offer.badge()).stream()
        .flatMap(claim -> views.of(List.of(claim), shell.language(), id -> "").stream())
        .map(BadgeView::title)
        .findFirst();
  }

  private Optional<Offer> offered(PersonId person, JsonObject one) {
    return Optional.ofNullable(one.string(STATE))
        .flatMap(offers::ofState)
        .filter(offer -> offer.person().equals(person));
  }

  /** The same with identifiers of the badges that the person allows to be fetched. */
  @Override
  public String granted(String json, PersonId person) {
    var granted = new ArrayList<JsonValue>();
    for (JsonObject one : read(json)) {
      var configuration = Configuration.of(String.valueOf(one.string(CONFIGURATION))).orElseThrow();
      var identifiers =
          badges(person, one).stream()
              .map(badge -> new Granted(badge, configuration).identifier())
              .toList();
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("type", TYPE);
      members.put(CONFIGURATION, configuration.id());
      members.put(IDENTIFIERS, identifiers);
      granted.add(JsonValue.from(members));
    }
    return Json.write(new JsonArray(granted));
  }

  /** Wallets of earlier drafts look there for what their proof has to hold. */
  @Override
  public Map<String, Object> beside(String json) {
    return nonces.told();
  }

  private List<CredentialId> badges(PersonId person, JsonObject one) {
    if (one.get(STATE) != null) {
      return offered(person, one).map(Offer::badge).stream().toList();
    }
    var held = claims.held(person).stream().map(Claim::credential).toList();
    return credentials.find(held).stream()
        .filter(c -> c.state() == Credential.State.ISSUED)
        .map(Credential::id)
        .sorted(java.util.Comparator.comparing(CredentialId::value).reversed())
        .limit(MOST_BADGES)
        .toList();
  }

  /** What granted details open. */
  static List<Granted> opened(String json) {
    return read(json).stream()
        .flatMap(one -> one.list(IDENTIFIERS).stream())
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value())
        .flatMap(identifier -> granted(identifier).stream())
        .distinct()
        .toList();
  }

  private static Optional<Granted> granted(String identifier) {
    int colon = identifier.indexOf(':');
    return Configuration.of(identifier.substring(0, Math.max(colon, 0)))
        .map(c ->
            new Granted(new CredentialId(UUID.fromString(identifier.substring(colon + 1))), c));
  }
}
