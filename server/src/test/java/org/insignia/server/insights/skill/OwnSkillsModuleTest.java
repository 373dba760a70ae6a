package org.insignia.server.insights.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.insignia.server.insights.format.Shared;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/**
 * Words for skills of the operator's own. What these tests take in is rolled back, and the table is
 * one of their own: the server's stays as it is.
 */
@ServerTest
@Transactional
class OwnSkillsModuleTest {
  @Autowired private OwnSkillStore store;
  @Autowired private Audit audit;
  private final SkillTable table = new SkillTable();
  private final SkillTagger tagger = new SkillTagger(table);
  private OwnSkills own;

  @BeforeEach
  void begin() {
    own = new OwnSkills(store, table, audit);
  }

  private OwnSkills.Taken take(String json) throws IOException {
    var taken = own.take("test", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    own.follow();
    return taken;
  }

  @Test
  void new_words_and_new_skills_are_found_until_the_next_file() throws IOException {
    var before = table.version();
    assertThat(tagger.inText("Glassblowing and Питон")).isEmpty();
    var taken =
        take("{\"Python\": [\"питон\", \"python3\"], \"Glassblowing\": [\"vidrio soplado\"]}");
    assertThat(taken).isEqualTo(new OwnSkills.Taken(2, 1, 2, 1));
    assertThat(tagger.inText("Glassblowing and Питон"))
        .containsExactly("own-glassblowing", "python");
    assertThat(tagger.inTags(List.of("Vidrio soplado"))).containsExactly("own-glassblowing");
    assertThat(table.version()).isNotEqualTo(before).startsWith(before);
    assertThat(table.find("own-glassblowing").orElseThrow().name()).isEqualTo("Glassblowing");

    take("{}");
    assertThat(tagger.inText("Glassblowing and Питон")).isEmpty();
    assertThat(table.version()).isEqualTo(before);
  }

  @Test
  void a_spelling_goes_on_standing_for_the_skill_it_stood_for() throws IOException {
    assertThat(take("{\"Snakes\": [\"python\"], \"Go\": [\"c++\"]}").passedOver()).isEqualTo(2);
    assertThat(tagger.inText("Python developer, C++")).containsExactly("cpp", "python");
  }

  @Test
  void short_spellings_count_only_in_company() throws IOException {
    take("{\"Glassblowing\": [\"gb\"]}");
    assertThat(tagger.inText("8 gb of memory")).isEmpty();
    assertThat(tagger.inText("a gb engineer")).containsExactly("own-glassblowing");
  }

  @Test
  void the_shared_table_is_taken_as_it_is() throws IOException {
    var taken = take(Files.readString(Shared.file("skills/skill-aliases-61.json")));
    assertThat(taken.skills()).isEqualTo(61);
    assertThat(taken.added()).isZero();
    assertThat(tagger.inText("Опыт: машинное обучение, питон"))
        .contains("python", "machine-learning");
  }

  @Test
  void what_is_no_such_file_is_refused_with_a_sentence() {
    for (var wrong :
        List.of(
            "",
            "[",
            "[]",
            "{\"A\": 1}",
            "{\"A\": [1]}",
            "{\"\": []}",
            "{\"A\": [\"+\"]}",
            "{\"A\": [], \"A\": []}",
            "{\"A\": [\"" + "x".repeat(81) + "\"]}",
            "{\"A\": [\"\\u0000\"]}")) {
      assertThatThrownBy(() -> take(wrong)).as(wrong).isInstanceOf(Problem.Invalid.class);
    }
  }
}
