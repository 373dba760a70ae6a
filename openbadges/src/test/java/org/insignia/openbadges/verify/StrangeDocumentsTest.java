package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;

/** Good documents with values of the wrong kind in them, members left out and members put in. */
class StrangeDocumentsTest {
  private static final List<JsonValue> STRANGE =
      List.of(
          new JsonNull(),
          JsonValue.of(true),
          JsonValue.of(-1),
          new JsonNumber("1e308"),
          JsonValue.of(""),
          JsonValue.of("_:b"),
          JsonValue.of("@id"),
          JsonValue.of("https://[x"),
          JsonValue.of("did:key:z"),
          JsonValue.of("data:application/vc+jwt,a.b.c"),
          new JsonArray(List.of()),
          new JsonArray(List.of(new JsonNull())),
          new JsonObject(new LinkedHashMap<>()));
  private static final List<String> MEMBERS =
      List.of(
          "proof",
          "@context",
          "id",
          "type",
          "@graph",
          "@value",
          "verifiableCredential",
          "credentialStatus",
          "endorsement",
          "refreshService",
          "recipient",
          "verification",
          "badge");

  private final Random random = new Random(1);

  @Test
  void every_strange_document_gets_a_report_and_none_is_good() {
    List<JsonObject> seeds = seeds();
    for (int i = 0; i < 2_000; i++) {
      JsonObject seed = seeds.get(random.nextInt(seeds.size()));
      JsonValue strange = changed(seed, 0.01 + random.nextDouble() * 0.05);
      Bytes fetched =
          Bytes.utf8(Json.write(changed(seeds.get(random.nextInt(seeds.size())), 0.02)));
      var verifier =
          new Verifier(VerifierOptions.online(url -> new Loaded.Document(fetched, "", url)));
      Inquiry inquiry = Inquiry.at(Verdicts.NOW, Set.of()).forRecipient("nobody");
      assertThat(Verdicts.GOOD)
          .as(Json.write(strange))
          .doesNotContain(verifier.verify(Bytes.utf8(Json.write(strange)), inquiry).verdict());
    }
  }

  private static List<JsonObject> seeds() {
    return Stream.of("standards/own", "standards/1edtech-validator-samples", "hostile/status-list")
        .flatMap(folder -> SharedFiles.files(folder, ".json").stream())
        .map(SharedFiles::bytes)
        .filter(bytes -> bytes.size() < 20_000 && bytes.utf8().startsWith("{"))
        .filter(bytes -> !bytes.utf8().contains("// "))
        .map(Json::parseObject)
        .toList();
  }

  private JsonValue changed(JsonValue value, double probability) {
    if (random.nextDouble() < probability) {
      return STRANGE.get(random.nextInt(STRANGE.size()));
    }
    return switch (value) {
      case JsonObject o -> object(o, probability);
      case JsonArray a -> {
        var elements = new ArrayList<JsonValue>();
        a.elements().forEach(e -> elements.add(changed(e, probability)));
        yield new JsonArray(elements);
      }
      default -> value;
    };
  }

  private JsonObject object(JsonObject object, double probability) {
    var members = new LinkedHashMap<String, JsonValue>();
    object
        .members()
        .forEach((name, value) -> {
          if (random.nextDouble() >= probability) {
            members.put(name, changed(value, probability));
          }
        });
    if (random.nextDouble() < probability) {
      members.put(
          MEMBERS.get(random.nextInt(MEMBERS.size())), STRANGE.get(random.nextInt(STRANGE.size())));
    }
    return new JsonObject(members);
  }
}
