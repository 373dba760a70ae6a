package org.insignia.server.insights.wage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class WagesModuleTest {
  private static final String HEAD =
      "AREA_TITLE,AREA_TYPE,PRIM_STATE,I_GROUP,OCC_CODE,OCC_TITLE,TOT_EMP,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90\n";

  @Autowired private Wages wages;

  @Test
  void the_official_file_is_taken_whole_and_again() throws IOException {
    var shared = Path.of(System.getProperty("insignia.shared", "../../shared"), "data/wages");
    assumeTrue(Files.isDirectory(shared), "the shared data is not here: " + shared);
    for (int year : new int[] {2022, 2023, 2023}) {
      try (var in = Files.newInputStream(shared.resolve("oews-national-" + year + "-05.csv.gz"))) {
        assertThat(wages.take("test", in, year)).isGreaterThan(800);
      }
    }
    var latest = wages.latest(List.of("15-1252", "15-1244", "99-9999"), "");
    assertThat(latest).extracting(Wage::occupation).containsExactly("15-1252", "15-1244");
    var developers = latest.getFirst();
    assertThat(developers.year()).isEqualTo(2023);
    assertThat(developers.title()).isEqualTo("Software Developers");
    // As the file has them.
    assertThat(developers.percentiles()).containsExactly(77020, 101200, 132270, 167540, 208620);
    assertThat(developers.topped()).isFalse();
  }

  @Test
  void marks_are_no_figures_and_a_state_goes_before_the_country() {
    var file =
        HEAD
            + "U.S.,1,US,cross-industry,98-1111,\"Makers, of \"\"tests\"\"\",\"1,000\",10000,20000,30000,40000,#\n"
            + "Ohio,2,OH,cross-industry,98-1111,Makers,*,11000,*,33000,44000,55000\n"
            + "Ohio,2,OH,private,98-1111,Makers,1,1,1,1,1,1\n"
            + "U.S.,1,US,cross-industry,98-1110,A group,1,1,1,1,1,1\n"
            + "U.S.,1,US,cross-industry,98-1112,Unknown,5,*,*,*,*,*\n";
    assertThat(wages.take("test", new ByteArrayInputStream(file.getBytes(UTF_8)), 2024))
        .isEqualTo(3);
    var country = wages.latest(List.of("98-1112", "98-1111"), "");
    assertThat(country)
        .containsExactly(
            new Wage(
                "US",
                "98-1111",
                "Makers, of \"tests\"",
                2024,
                1000L,
                List.of(10000, 20000, 30000, 40000, Wage.TOP),
                true));
    assertThat(wages.latest(List.of("98-1111"), "OH"))
        .singleElement()
        .satisfies(wage -> assertThat(wage.median()).isEqualTo(33000));
    assertThat(wages.latest(List.of("98-1111"), "TX")).isEqualTo(country);
  }

  @Test
  void what_is_no_such_file_is_refused_whole() {
    for (var text :
        List.of(
            "", "<html>", "a,b,c\n1,2,3\n", HEAD, HEAD + "U.S.,1,US,,98-1113,X,abc,1,1,1,1,1\n")) {
      assertThatThrownBy(
              () -> wages.take("test", new ByteArrayInputStream(text.getBytes(UTF_8)), 2024))
          .as(text)
          .isInstanceOf(Problem.Invalid.class);
    }
    assertThat(wages.latest(List.of("98-1113"), "")).isEmpty();
  }
}
