package org.insignia.openbadges.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.OverBudget;
import org.insignia.openbadges.shared.SharedFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownShapesTest {
  private static final Contexts CONTEXTS = Contexts.bundled();
  private static final int LARGEST = 60_000;

  /** Everything of the reference data that has a canonical form, and its proofs by themselves. */
  private static List<JsonObject> documents() {
    List<JsonObject> documents = new ArrayList<>();
    for (String folder : List.of("standards", "hostile")) {
      for (Path file : SharedFiles.files(folder, ".json")) {
        JsonObject document = object(file);
        if (document != null) {
          Stream.of(document, document.without("proof"), config(document))
              .filter(KnownShapesTest::hasForm)
              .forEach(documents::add);
        }
      }
    }
    assertThat(documents).hasSizeGreaterThan(150);
    return documents;
  }

  private static JsonObject object(Path file) {
    Bytes bytes = SharedFiles.bytes(file);
    try {
      return bytes.size() > LARGEST ? null : Json.parseObject(bytes);
    } catch (MalformedCredential e) {
      return null;
    }
  }

  private static JsonObject config(JsonObject document) {
    JsonObject proof = document.object("proof");
    JsonValue context = document.get("@context");
    return proof == null || context == null
        ? document
        : proof.without("proofValue").with("@context", context);
  }

  private static boolean hasForm(JsonObject document) {
    return !generally(document).startsWith("!");
  }

  private static String generally(JsonObject document) {
    return answer(
        () -> Bytes.wrap(Series.sha256().digest(Canonical.form(document, CONTEXTS).view())));
  }

  private static Bytes hash(KnownShapes shapes, JsonObject document) {
    return shapes.hash(document, Series.sha256());
  }

  private static @Nullable Bytes find(KnownShapes shapes, JsonObject document) {
    return shapes.find(document, Series.sha256());
  }

  private static String answer(Callable<Bytes> way) {
    try {
      return way.call().toString();
    } catch (MalformedCredential | OverBudget e) {
      return "!" + e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Shows documents that differ in their identifiers and names. */
  private static void teach(KnownShapes shapes, JsonObject document) {
    for (int i = 0; i < 5; i++) {
      JsonObject other = document;
      for (String member : List.of("id", "name", "description")) {
        other = document.string(member) == null ? other : other.with(member, text(member, i));
      }
      hash(shapes, document);
      if (hasForm(other)) {
        hash(shapes, other);
      }
    }
  }

  private static JsonValue text(String member, int number) {
    return JsonValue.of(member.equals("id") ? "urn:uuid:" + number : member + number);
  }

  @Test
  void answers_like_the_general_way_whatever_is_changed() {
    var shapes = new KnownShapes(CONTEXTS);
    var mutations = new JsonMutations(7);
    int known = 0;
    for (JsonObject document : documents()) {
      teach(shapes, document);
      for (int i = 0; i < 60; i++) {
        JsonObject changed =
            i % 2 == 0 ? mutations.of(document) : mutations.withOtherStrings(document);
        known += find(shapes, changed) == null ? 0 : 1;
        assertThat(answer(() -> hash(shapes, changed)))
            .as(() -> Json.write(changed))
            .isEqualTo(generally(changed));
      }
    }
    assertThat(known).isGreaterThan(3_000);
  }

  @Test
  void the_fourth_document_of_a_series_is_known() {
    for (String name : List.of("full", "minimal", "status")) {
      var shapes = new KnownShapes(CONTEXTS);
      JsonObject badge = badge(name);
      for (int i = 0; i < 3; i++) {
        JsonObject other = badge.with("id", text("id", i));
        assertThat(find(shapes, other)).isNull();
        hash(shapes, other);
      }
      JsonObject other = badge.with("id", JsonValue.of("urn:uuid:another"));
      assertThat(Objects.requireNonNull(find(shapes, other)).toString())
          .isEqualTo(generally(other));
    }
  }

  @Test
  void series_that_come_by_turns_are_all_known_and_never_mixed_up() {
    var shapes = new KnownShapes(CONTEXTS);
    int known = 0;
    for (int i = 0; i < 400; i++) {
      JsonObject other = inSeries(badge("full"), i % 5).with("id", text("id", i));
      known += find(shapes, other) == null ? 0 : 1;
      assertThat(hash(shapes, other).toString()).isEqualTo(generally(other));
    }
    assertThat(known).isGreaterThan(350);
  }

  /** Other texts for most strings, as in the badges of another achievement. */
  private static JsonObject inSeries(JsonObject badge, int series) {
    JsonObject changed = badge;
    for (var member : badge.members().entrySet()) {
      boolean fixed = Set.of("@context", "type", "id").contains(member.getKey());
      JsonValue value = member.getValue();
      if (!fixed && value instanceof JsonObject inside) {
        changed = changed.with(member.getKey(), inSeries(inside, series));
      } else if (!fixed && value instanceof JsonString text && !text.value().contains(":")) {
        changed = changed.with(member.getKey(), JsonValue.of(text.value() + series));
      }
    }
    return changed;
  }

  @Test
  void labels_move_in_subjects_that_are_the_same_each_time() {
    var shapes = new KnownShapes(CONTEXTS);
    JsonObject badge = badge("full");
    var subject = Objects.requireNonNull(badge.object("credentialSubject"));
    var achievement = Objects.requireNonNull(subject.object("achievement"));
    int known = 0;
    for (int i = 0; i < 300; i++) {
      JsonValue alignment =
          Json.parse(
              """
              [{"type":["Alignment"],"targetName":"%d","targetUrl":"https://a.example/"},
               {"type":["Alignment"],"targetName":"b","targetUrl":"https://a.example/"}]
              """
                  .formatted(i));
      JsonObject changed = achievement.with("alignment", alignment);
      JsonObject other = badge.with("credentialSubject", subject.with("achievement", changed));
      known += find(shapes, other) == null ? 0 : 1;
      assertThat(hash(shapes, other).toString()).isEqualTo(generally(other));
    }
    assertThat(known).isGreaterThan(290);
  }

  @Test
  void a_type_or_a_context_that_looks_like_a_hole_is_never_learnt() {
    for (String mark : List.of("urn:insignia-hole:0;", "urn:insignia-hole:1;")) {
      var shapes = new KnownShapes(CONTEXTS);
      JsonObject badge =
          badge("minimal").with("type", JsonValue.from(List.of("VerifiableCredential", mark)));
      teach(shapes, badge);
      JsonObject other = badge.with("id", JsonValue.of("urn:x"));
      assertThat(find(shapes, other)).isNull();
      assertThat(hash(shapes, other).toString()).isEqualTo(generally(other));
    }
  }

  @Test
  void statements_that_are_said_twice_are_one() {
    JsonObject badge = badge("minimal");
    JsonObject issuer = Objects.requireNonNull(badge.object("issuer"));
    var subject = Objects.requireNonNull(badge.object("credentialSubject"));
    var achievement = Objects.requireNonNull(subject.object("achievement"));
    JsonObject twice =
        badge.with(
            "credentialSubject", subject.with("achievement", achievement.with("creator", issuer)));
    var shapes = new KnownShapes(CONTEXTS);
    teach(shapes, twice);
    JsonObject other = twice.with("id", JsonValue.of("urn:x"));
    assertThat(Objects.requireNonNull(find(shapes, other)).toString()).isEqualTo(generally(other));
    for (int i = 0; i < 9; i++) {
      JsonObject renamed = other.with("issuer", issuer.with("name", text("name", i % 3)));
      assertThat(hash(shapes, renamed).toString()).isEqualTo(generally(renamed));
      assertThat(hash(shapes, other).toString()).isEqualTo(generally(other));
    }
  }

  @Test
  void blank_nodes_that_become_alike_take_the_general_way() {
    JsonObject badge = badge("minimal");
    JsonObject subject = Objects.requireNonNull(badge.object("credentialSubject"));
    var shapes = new KnownShapes(CONTEXTS);
    for (int i = 0; i < 5; i++) {
      JsonArray recipients = recipients("a" + i, "b" + i);
      hash(shapes, badge.with("credentialSubject", subject.with("identifier", recipients)));
    }
    JsonObject alike =
        badge.with("credentialSubject", subject.with("identifier", recipients("2", "2")));
    assertThat(find(shapes, alike)).isNull();
    assertThat(hash(shapes, alike).toString()).isEqualTo(generally(alike));
    JsonObject different =
        badge.with("credentialSubject", subject.with("identifier", recipients("3", "2")));
    assertThat(Objects.requireNonNull(find(shapes, different)).toString())
        .isEqualTo(generally(different));
  }

  private static JsonArray recipients(String first, String second) {
    return (JsonArray)
        Json.parse(
            """
            [{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"%s"},
             {"type":"IdentityObject","hashed":true,"identityType":"emailAddress","identityHash":"%s"}]
            """
                .formatted(first, second));
  }

  @Test
  void more_shapes_than_there_is_room_for_change_no_answer() {
    var shapes = new KnownShapes(CONTEXTS);
    JsonObject badge = badge("minimal");
    for (int i = 0; i < 1_500; i++) {
      JsonObject other = badge;
      for (int bit = 0; bit < 11; bit++) {
        String member =
            List.of(
                    "description",
                    "validUntil",
                    "awardedDate",
                    "image",
                    "evidence",
                    "termsOfUse",
                    "name",
                    "credentialSchema",
                    "refreshService",
                    "endorsementJwt",
                    "endorsement")
                .get(bit);
        other = (i >> bit & 1) == 0 ? other.without(member) : other.with(member, of(member));
      }
      teach(shapes, other);
      assertThat(hash(shapes, other).toString()).isEqualTo(generally(other));
    }
  }

  private static JsonValue of(String member) {
    return switch (member) {
      case "image", "evidence", "termsOfUse", "credentialSchema", "refreshService", "endorsement" ->
          JsonValue.from(java.util.Map.of("id", "urn:" + member));
      default -> JsonValue.of(member);
    };
  }

  @Test
  void many_threads_get_the_same_answers() throws InterruptedException, ExecutionException {
    var shapes = new KnownShapes(CONTEXTS);
    JsonObject badge = badge("full");
    List<Callable<String>> tasks = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      JsonObject other = badge.with("id", text("id", i)).with("name", text("name", i % 40));
      tasks.add(() -> hash(shapes, other).toString());
      expected.add(generally(other));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      assertThat(answers).isEqualTo(expected);
    }
  }

  private static JsonObject badge(String name) {
    String file = "standards/own/ob30-signed/" + name + ".eddsa-rdfc-2022.json";
    return Json.parseObject(SharedFiles.bytes(file)).without("proof");
  }
}
