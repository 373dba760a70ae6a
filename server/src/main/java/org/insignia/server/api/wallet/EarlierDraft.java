package org.insignia.server.api.wallet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.server.api.wallet.WalletRefusal.Code;

/**
 * What wallets in the field send that were written by a draft of the standard (11 to 15), told in
 * the words of 1.0, and the answer in those of the draft. Each differs in the shape alone: what is
 * checked is the same for all.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-13.html#name-credential-request">OpenID4VCI,
 *     draft 13</a>
 */
enum EarlierDraft {
  /** 1.0, and drafts that ask for a configuration: a list of objects that hold credentials. */
  NONE,

  /** {@code proof}, one, beside a {@code format}: the credential itself. */
  ONE,

  /** {@code proof}, one, and an identifier: drafts 13 and 15 do so, and look for either shape. */
  EITHER,

  /** {@code proofs} beside a {@code format}: the credentials themselves. */
  SEVERAL;

  private static final String CONFIGURATION = "credential_configuration_id";
  private static final String IDENTIFIER = "credential_identifier";
  private static final String FORMAT = "format";
  private static final String DEFINITION = "credential_definition";
  private static final Set<String> TYPES =
      Set.of("VerifiableCredential", "OpenBadgeCredential", "AchievementCredential");

  /** By which draft a request is written, as far as the answer differs. */
  static EarlierDraft of(JsonObject request) {
    if (request.get(CONFIGURATION) != null) {
      return NONE;
    }
    if (request.get("proof") instanceof JsonObject) {
      return request.get(IDENTIFIER) == null ? ONE : EITHER;
    }
    return request.get(FORMAT) == null ? NONE : SEVERAL;
  }

  /**
   * The same request in the words of 1.0.
   *
   * @throws WalletRefusal where it asks for a form or a type that there is not
   */
  static JsonObject translated(JsonObject request) {
    JsonObject asked = request;
    if (request.get("proofs") == null
        && request.get("proof") instanceof JsonObject proof
        && "jwt".equals(proof.string("proof_type"))
        && proof.get("jwt") instanceof JsonString jwt) {
      asked = asked.with("proofs", JsonValue.from(Map.of("jwt", List.of(jwt.value()))));
    }
    if (asked.get(IDENTIFIER) instanceof JsonString name
        && asked.get(CONFIGURATION) == null
        && Configuration.of(name.value()).isPresent()) {
      return asked.without(IDENTIFIER).with(CONFIGURATION, name);
    }
    return asked.get(IDENTIFIER) == null ? configured(asked) : asked;
  }

  /** Names the configuration where only its format is told. */
  static JsonObject configured(JsonObject asked) {
    if (asked.get(CONFIGURATION) != null || !(asked.get(FORMAT) instanceof JsonString format)) {
      return asked;
    }
    Configuration configuration =
        Stream.of(Configuration.values())
            .filter(c -> c.form().word().equals(format.value()))
            .findFirst()
            .orElseThrow(() ->
                new WalletRefusal(
                    Code.UNSUPPORTED_CREDENTIAL_FORMAT, "format is ldp_vc or jwt_vc_json"));
    if (!types(asked).stream().allMatch(type -> type instanceof JsonString t && known(t))) {
      throw new WalletRefusal(
          Code.UNSUPPORTED_CREDENTIAL_TYPE, "there are badges only: OpenBadgeCredential");
    }
    return asked.with(CONFIGURATION, JsonValue.of(configuration.id()));
  }

  private static boolean known(JsonString type) {
    return TYPES.contains(type.value());
  }

  /** Draft 13 names them in a definition, draft 11 beside the format; nothing means any. */
  private static List<JsonValue> types(JsonObject asked) {
    JsonObject holder = Optional.ofNullable(asked.object(DEFINITION)).orElse(asked);
    JsonValue types = Optional.ofNullable(holder.get("type")).orElse(holder.get("types"));
    return switch (types) {
      case null -> List.of();
      case JsonArray(List<JsonValue> all) -> all;
      case JsonValue other -> List.of(other);
    };
  }

  /** An answer of 1.0 in the words of this draft. */
  JsonObject answer(JsonObject answer, Map<String, Object> nonce) {
    if (this == NONE) {
      return answer;
    }
    List<JsonValue> bare =
        answer.list("credentials").stream()
            .flatMap(one -> Stream.ofNullable(((JsonObject) one).get("credential")))
            .toList();
    JsonObject told =
        switch (this) {
          case NONE -> answer;
          case ONE -> answer.without("credentials").with("credential", bare.getFirst());
          case EITHER -> answer.with("credential", bare.getFirst());
          case SEVERAL -> answer.with("credentials", new JsonArray(bare));
        };
    for (Map.Entry<String, Object> member : nonce.entrySet()) {
      told = told.with(member.getKey(), JsonValue.from(member.getValue()));
    }
    return told;
  }
}
