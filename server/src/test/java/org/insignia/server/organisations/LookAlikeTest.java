package org.insignia.server.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikeTest {
  private static final Path LIST =
      Path.of(System.getProperty("insignia.shared", "../../shared"))
          .resolve("data/hostile/lists/homographs.jsonl");

  @Test
  @DisplayName("T13: every look-alike of the list is objected to, or read as its target")
  void the_list_is_seen_through() throws IOException {
    assumeTrue(Files.exists(LIST), "the shared data is absent");
    for (var line : Files.readAllLines(LIST)) {
      var row = (JsonObject) Json.parse(line);
      var name = Objects.requireNonNull(row.string("value"));
      if ("accept".equals(row.string("expect"))) {
        assertThat(LookAlike.objection(name)).as(name).isEmpty();
      } else {
        var target = Objects.requireNonNull(row.string("target"));
        assertThat(
                LookAlike.objection(name).isPresent()
                    || LookAlike.skeleton(name).equals(LookAlike.skeleton(target)))
            .as(name)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fundación Núñez & Cía.",
        "東京大学 Certification",
        "Компания Облако",
        "ΑΠΘ AUTH",
        "Écoles d’été — n° 1 (C++, .NET)",
        "Łódź",
        "شركة النيل",
        "हिन्दी अकादमी",
        "3M™"
      })
  void honest_names_of_any_script_are_taken(String name) {
    assertThat(LookAlike.objection(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Acme ✓", "Acme ✔️", "Acme ☑", "⭐ Acme", "Acme 🛡", "Acme ✅", "Acme \ue000"})
  void no_mark_can_be_typed(String name) {
    assertThat(LookAlike.objection(name)).isPresent();
  }

  @Test
  void what_speaks_against_a_name_is_said_exactly() {
    assertThat(LookAlike.objection("Мicrosoft")).contains(LookAlike.Objection.MIXED);
    assertThat(LookAlike.objection("Micro\u202esoft")).contains(LookAlike.Objection.INVISIBLE);
    assertThat(LookAlike.objection("Ｍicrosoft")).contains(LookAlike.Objection.DRESSED);
    assertThat(LookAlike.objection("Acme ✓")).contains(LookAlike.Objection.MARK);
    assertThat(LookAlike.objection("")).isEqualTo(Optional.empty());
  }

  @Test
  void names_that_differ_to_the_eye_differ() {
    assertThat(LookAlike.skeleton("Contoso")).isNotEqualTo(LookAlike.skeleton("Fabrikam"));
    assertThat(LookAlike.skeleton("Northwind Academy"))
        .isEqualTo(LookAlike.skeleton("NORTHWIND-academy"))
        .isNotEqualTo(LookAlike.skeleton("Northwind"));
  }
}
