package org.insignia.server.insights.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SkillTaggerTest {
  private static final SkillTable TABLE = new SkillTable();
  private static final SkillTagger TAGGER = new SkillTagger(TABLE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C++ and C# developer | cpp csharp",
        "You write C, C++ and assembly | c cpp",
        "Our C-level team and Series C round |",
        "Java, Go and Rust | go java rust",
        "Go to market, go the extra mile |",
        "a go-to-market engineer |",
        "Golang | go",
        "Statistics in R and Python | python r",
        "R&D engineer |",
        ".NET and ASP.NET Core | dotnet",
        "our net result. Net of tax |",
        "JavaScript, not Java | java javascript",
        "JavaScript only | javascript",
        "We react quickly and excel at it |",
        "React developer | react",
        "Excel and Power BI | excel power-bi",
        "Node.js, Vue.js | nodejs vue",
        "Azure AD (now Entra ID) | entra-id",
        "Microsoft Azure | azure",
        "T-SQL on SQL Server | sql sql-server",
        "aprendizaje automático con Python | machine-learning python",
        "Aprendizagem automática | machine-learning",
        "熟悉机器学习和Python开发 | machine-learning python",
        "apprendimento automatico | machine-learning",
        "we work in a spring framework of law | spring",
        "Resume: Spring. Summer. |",
        "CI/CD pipelines with GitLab CI | ci-cd",
        "C / C++ / C# | c cpp csharp",
        "C++17 and CMake, C++11/14 before | cpp",
        "Sr. C# Developer (.NET 8) | csharp dotnet",
        "Programador C# con SQL Server | csharp sql-server",
        "Sviluppatore .NET / C# | csharp dotnet",
        "dot net developer | dotnet",
        "visit example.net today; internet and intranet |",
        "Vitamin C, class C driving licence, grade C or above, plan C |",
        "C. Smith leads you. You hold a B or C licence |",
        "R & D department. HR and R&D. Toys R Us. Rated R |",
        "Statistician (R) | r",
        "R Shiny dashboards | r",
        "Knowledge of R&D processes, experience with C-level stakeholders |",
        "experience in Series C startups. Go getters wanted |",
        "Ready to go? Let's Go! On the go. Ready, set, Go |",
        "Senior Go/Rust Engineer | go rust",
        "Backend engineer (Go) | go",
        "Knowledge of Angular or Vue | angular vue",
        "Conocimientos de Angular y React | angular react",
        "Conhecimentos de Excel avançado | excel",
        "Conoscenza di R e Python | python r",
        "Excel at customer service | customer-service",
        "Access to our gym. Word of mouth. A special snowflake. Rust belt |",
        "Java-Entwickler mit Kenntnissen in Spring | java spring",
        "熟悉C语言和Go语言 | c go",
        "精通C++，R语言数据分析 | cpp data-analysis r"
      })
  void finds_what_is_meant_and_nothing_else(String text, String skills) {
    var wanted = skills == null ? Set.of() : Set.of(skills.split(" "));
    assertThat(TAGGER.inText(text)).isEqualTo(new TreeSet<>(wanted));
  }

  @Test
  void an_employer_named_like_a_skill_does_not_ask_for_it() {
    var text = "Databricks is the data company. You know Python, Spark and Databricks.";
    assertThat(TAGGER.inText(text, "Databricks")).containsExactly("python", "spark");
    assertThat(TAGGER.inText(text)).contains("databricks");
  }

  @Test
  void a_tag_is_a_name_by_itself() {
    assertThat(TAGGER.inTags(List.of("go", "C", "R", "react", "ML", "azure-active-directory")))
        .containsExactly("c", "entra-id", "go", "machine-learning", "r", "react");
    assertThat(TAGGER.inTags(List.of("", "Remote", "+++", "Senior Java Developer")))
        .containsExactly("java");
  }

  @Test
  void every_name_of_the_table_is_found_as_its_own_tag() {
    for (var skill : TABLE.all()) {
      assertThat(TAGGER.inTags(List.of(skill.name()))).as(skill.name()).contains(skill.id());
    }
    assertThat(TABLE.all()).hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void no_spelling_stands_for_two_skills() {
    var seen = new java.util.HashMap<List<String>, String>();
    for (var alias : TABLE.aliases()) {
      assertThat(alias.words()).isNotEmpty();
      var other = seen.put(alias.words(), alias.skill());
      assertThat(other == null || other.equals(alias.skill())).as(alias.toString()).isTrue();
    }
  }

  @Test
  void occupations_are_known_and_the_common_one_comes_first() {
    for (var skill : TABLE.all()) {
      assertThat(skill.occupations()).as(skill.id()).isNotEmpty();
      assertThat(skill.occupations()).allMatch(code -> code.matches("\\d{2}-\\d{4}"));
    }
    assertThat(TABLE.occupations(Set.of("azure", "windows-server", "linux")).getFirst())
        .isEqualTo("15-1244");
  }

  /** The sample is labelled with the 61 skills that the table began with, so only they count. */
  @Test
  void the_labelled_sample_is_tagged_as_people_did() throws IOException {
    var folder = Path.of(System.getProperty("insignia.shared", "../../shared"), "data/skills");
    assumeTrue(Files.isDirectory(folder), "the shared data is not here: " + folder);
    var json = new JsonMapper();
    var names =
        json.readTree(folder.resolve("skill-aliases-61.json").toFile()).propertyNames().stream()
            .collect(Collectors.toSet());
    int right = 0;
    int found = 0;
    int wanted = 0;
    for (var line : Files.readAllLines(folder.resolve("skill-extraction-gold.jsonl"))) {
      var posting = json.readTree(line);
      var expected = new TreeSet<String>();
      posting.get("expected").forEach(name -> expected.add(name.asString()));
      var tagged =
          TAGGER
              .inText(posting.get("title").asString() + "\n" + posting.get("text").asString())
              .stream()
              .map(id -> TABLE.find(id).orElseThrow().name())
              .filter(names::contains)
              .collect(Collectors.toCollection(TreeSet::new));
      var hits = new TreeSet<>(tagged);
      hits.retainAll(expected);
      right += hits.size();
      found += tagged.size();
      wanted += expected.size();
      if (!tagged.equals(expected)) {
        System.out.println(posting.get("id") + " expected " + expected + ", tagged " + tagged);
      }
    }
    double precision = (double) right / found;
    double recall = (double) right / wanted;
    System.out.printf(
        "skills in the labelled sample: %d wanted, precision %.3f, recall %.3f%n",
        wanted, precision, recall);
    assertThat(names).hasSize(61);
    assertThat(precision).isGreaterThanOrEqualTo(0.88);
    assertThat(recall).isGreaterThanOrEqualTo(0.98);
  }
}
