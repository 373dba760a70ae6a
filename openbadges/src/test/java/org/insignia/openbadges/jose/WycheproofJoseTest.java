package org.insignia.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.openbadges.jose.MediaType.Wrapping;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Base64Url;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Header, algorithm, key and signature of tokens; their payload need not be a credential here. */
class WycheproofJoseTest {

  /** Right by Wycheproof, and yet nothing we take; each with its reason. */
  private static final Map<Integer, String> REFUSED_THOUGH_VALID =
      Map.ofEntries(
          Map.entry(265, "RS384"),
          Map.entry(267, "RS384"),
          Map.entry(269, "RS512"),
          Map.entry(271, "RS512"),
          Map.entry(321, "PS384"),
          Map.entry(323, "PS384"),
          Map.entry(325, "PS512"),
          Map.entry(327, "PS512"),
          Map.entry(347, "the key says ES521, which is no algorithm"),
          Map.entry(351, "the key says ES521, which is no algorithm"));

  @ParameterizedTest
  @CsvSource({
    "json_web_signature_test.json, 201",
    "json_web_key_test.json, 13",
    "json_web_crypto_test.json, 42"
  })
  void every_token_is_judged_as_wycheproof_judges_it(String file, int count) {
    List<String> wrong = new ArrayList<>();
    int tests = 0;
    for (JsonObject group : objects(json(file), "testGroups")) {
      for (JsonObject test : objects(group, "tests")) {
        tests++;
        int id =
            Integer.parseInt(
                Objects.requireNonNull((JsonValue.JsonNumber) test.get("tcId")).literal());
        boolean symmetric = group.get("public") == null;
        boolean expected =
            "valid".equals(test.string("result"))
                && !symmetric
                && !refusedAlgorithm(group)
                && !REFUSED_THOUGH_VALID.containsKey(id);
        if (verifies(group, test) != expected) wrong.add(id + " " + test.string("comment"));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tests).isEqualTo(count);
  }

  /** RSASSA-PSS is nothing that credentials are signed with. */
  private static boolean refusedAlgorithm(JsonObject group) {
    JsonObject key = Objects.requireNonNull(group.object("public"));
    return String.valueOf(key.string("alg")).startsWith("PS");
  }

  private static boolean verifies(JsonObject group, JsonObject test) {
    JsonObject jwk = group.object("public");
    if (jwk == null || !(test.get("jws") instanceof JsonValue.JsonString jws)) return false;
    if (jwk.get("keys") != null) jwk = objects(jwk, "keys").getFirst();
    String[] parts = jws.value().split("\\.", -1);
    if (parts.length != 3) return false;
    try {
      PublicKey key = Jwk.read(jwk);
      JsonObject header = Json.parseObject(Base64Url.decode(parts[0]));
      JoseHeader read = JoseHeader.of(header, Wrapping.COMPACT);
      Base64Url.decode(parts[1]);
      return read.algorithm() == JoseAlgorithm.of(key)
          && key.verifies(Bytes.utf8(parts[0] + "." + parts[1]), Base64Url.decode(parts[2]));
    } catch (MalformedCredential | Refused e) {
      return false;
    }
  }

  private static JsonObject json(String file) {
    return Json.parseObject(SharedFiles.bytes("hostile/ext-wycheproof/" + file));
  }

  private static List<JsonObject> objects(JsonObject object, String member) {
    return object.list(member).stream().map(JsonObject.class::cast).toList();
  }
}
