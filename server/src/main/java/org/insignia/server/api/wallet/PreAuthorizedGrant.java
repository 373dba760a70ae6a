package org.insignia.server.api.wallet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.api.oauth.Grant;
import org.insignia.server.api.oauth.OAuthRefusal;
import org.insignia.server.api.oauth.TokenAnswer;
import org.insignia.server.api.oauth.TokenRequest;
import org.insignia.server.api.wallet.WalletAccesses.Granted;
import org.insignia.server.api.wallet.WalletOfferStore.Offer;
import org.springframework.stereotype.Component;

/**
 * Gives a wallet its token for the code of an offer. The wallet need not say who it is.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#name-token-request">OpenID4VCI
 *     1.0</a>
 */
@Component
final class PreAuthorizedGrant implements Grant {
  private static final String DETAILS = "authorization_details";

  private final WalletOffers offers;
  private final WalletAccesses accesses;
  private final Nonces nonces;

  PreAuthorizedGrant(WalletOffers offers, WalletAccesses accesses, Nonces nonces) {
    this.offers = offers;
    this.accesses = accesses;
    this.nonces = nonces;
  }

  @Override
  public String type() {
    return WalletOffers.GRANT;
  }

  @Override
  public Map<String, Object> metadata() {
    return Map.of("pre-authorized_grant_anonymous_access_supported", true);
  }

  @Override
  public TokenAnswer answer(TokenRequest request) {
    var code = request.required("pre-authorized_code");
    var pin = request.optional("tx_code");
    var details = request.optional(DETAILS);
    var wanted = details.isEmpty() ? "" : configuration(details);
    return switch (offers.redeem(code, pin.isEmpty() ? null : pin)) {
      case WalletOffers.Redeemed.Yes yes -> token(yes.offer(), wanted);
      case WalletOffers.Redeemed.No no ->
          throw new OAuthRefusal(
              "invalid_grant",
              "this code is unknown, was used, has ended, or the tx_code is wrong");
      case WalletOffers.Redeemed.Digits digits ->
          throw new OAuthRefusal(
              "invalid_request",
              digits.wanted()
                  ? "tx_code is missing; its digits stand beside the offer"
                  : "this offer asks for no tx_code");
    };
  }

  private TokenAnswer token(Offer offer, String wanted) {
    if (!wanted.isEmpty() && !wanted.equals(offer.configuration().id())) {
      throw new OAuthRefusal(
          "invalid_authorization_details", "the offer is for " + offer.configuration().id());
    }
    var granted = new Granted(offer.badge(), offer.configuration());
    var more = new HashMap<>(nonces.told());
    if (!wanted.isEmpty()) {
      more.put(
          DETAILS,
          List.of(
              Map.of(
                  "type",
                  "openid_credential",
                  "credential_configuration_id",
                  wanted,
                  "credential_identifiers",
                  List.of(granted.identifier()))));
    }
    return new TokenAnswer(
        accesses.grant(offer.person(), granted), WalletAccesses.LIFE, Configuration.SCOPE, more);
  }

  /** The one configuration that the details ask for. */
  static String configuration(String details) {
    try {
      if (Json.parse(details) instanceof JsonArray all
          && all.elements().size() == 1
          && all.elements().getFirst() instanceof JsonObject one
          && "openid_credential".equals(one.string("type"))) {
        var named = EarlierDraft.configured(one).string("credential_configuration_id");
        if (named != null && Configuration.of(named).isPresent()) {
          return named;
        }
      }
    } catch (MalformedCredential | WalletRefusal e) {
      throw refusal(String.valueOf(e.getMessage()));
    }
    throw refusal("a list of one object of the type openid_credential with a known configuration");
  }

  private static OAuthRefusal refusal(String why) {
    return new OAuthRefusal("invalid_authorization_details", why);
  }
}
