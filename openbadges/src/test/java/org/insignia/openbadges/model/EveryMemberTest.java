package org.insignia.openbadges.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.schema.SchemaCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every member of every class in the schemas of 1EdTech is read and written. */
class EveryMemberTest {
  private enum Kind {
    BADGE("ob_v3p0_achievementcredential_schema.json", o -> AchievementCredential.read(o).toJson()),
    ENDORSEMENT(
        "ob_v3p0_endorsementcredential_schema.json", o -> EndorsementCredential.read(o).toJson()),
    TRANSCRIPT("clr_v2p0_clrcredential_schema.json", o -> ClrCredential.read(o).toJson());

    private final String schema;
    private final Function<JsonObject, JsonObject> readAndWrite;

    Kind(String schema, Function<JsonObject, JsonObject> readAndWrite) {
      this.schema = schema;
      this.readAndWrite = readAndWrite;
    }

    JsonObject root() {
      try (InputStream in = SchemaCheck.class.getResourceAsStream("1edtech/" + schema)) {
        return Json.parseObject(Bytes.wrap(Objects.requireNonNull(in).readAllBytes()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The schema lists these beside what refers to them, but nothing in it does. */
  private static final Predicate<String> REFERRED =
      member -> !member.startsWith("EndorsementCredential.") && !member.startsWith("Endorsement");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatever_keeps_to_the_schema_loses_nothing_by_reading_and_writing(Kind kind) {
    JsonObject root = kind.root();
    Set<String> used = new TreeSet<>();
    for (int seed = 0; seed < 300; seed++) {
      var values = new SchemaValues(root, new Random(seed), seed == 0 ? 1.0 : 0.4);
      JsonObject made = values.credential();
      JsonObject written = kind.readAndWrite.apply(made);
      assertThat(written.without("@context"))
          .as("seed %d: %s", seed, Json.write(made))
          .isEqualTo(made.without("@context"));
      assertThat(SchemaCheck.bundled().problems(written)).as("seed %d", seed).isEmpty();
      used.addAll(values.used());
    }
    Set<String> all = SchemaValues.allMembers(root);
    all.removeIf(REFERRED.negate());
    assertThat(used).containsAll(all);
  }

  @ParameterizedTest
  @CsvSource({
    "BADGE,Achievement,achievementType",
    "BADGE,Alignment,targetType",
    "BADGE,IdentityObject,identityType",
    "BADGE,IdentifierEntry,identifierType",
    "BADGE,ResultDescription,resultType",
    "BADGE,Result,status",
    "TRANSCRIPT,Association,associationType"
  })
  void every_word_of_every_enumeration_is_known(Kind kind, String className, String member) {
    Predicate<String> known =
        switch (member) {
          case "achievementType" -> word -> new AchievementType(word).isDefined();
          case "targetType" -> word -> new Alignment.TargetType(word).isDefined();
          case "resultType" -> word -> new ResultDescription.ResultType(word).isDefined();
          case "status" -> word -> new Result.Status(word).isDefined();
          case "associationType" -> word -> new Association.Kind(word).isDefined();
          default -> word -> new IdentifierType(word).isDefined();
        };
    assertThat(SchemaValues.words(kind.root(), className, member)).isNotEmpty().allMatch(known);
    assertThat(known.test("Made-up")).isFalse();
  }

  @Test
  void numbers_are_written_as_they_were() {
    var place =
        new Address.GeoCoordinates(
            new java.math.BigDecimal("47.50"), new java.math.BigDecimal("-1E+1"));
    assertThat(Json.write(place.toJson()))
        .isEqualTo("{\"type\":\"GeoCoordinates\",\"latitude\":47.5,\"longitude\":-10}");
  }
}
