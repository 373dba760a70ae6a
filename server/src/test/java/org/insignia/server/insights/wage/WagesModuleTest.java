package org.insignia.server.insights.wage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class WagesModuleTest {
  private static final String HEAD =
      "AREA_TITLE,AREA_TYPE,PRIM_STATE,I_GROUP,OCC_CODE,OCC_TITLE,TOT_EMP,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90\n";

  /** Rows of the files whose O_GROUP is "detailed". */
  private static final int DETAILED_2022 = 830;

  private static final int DETAILED_2023 = 831;

  @Autowired private Wages wages;

  @Test
  void the_official_file_is_taken_whole_and_again() throws IOException {
    var shared = Path.of(System.getProperty("insignia.shared", "../../shared"), "data/wages");
    assumeTrue(Files.isDirectory(shared), "the shared data is not here: " + shared);
    for (int year : new int[] {2022, 2023, 2023}) {
      try (var in = Files.newInputStream(shared.resolve("oews-national-" + year + "-05.csv.gz"))) {
        var taken = wages.take("test", in, year);
        assertThat(taken.rows()).isEqualTo(year == 2022 ? DETAILED_2022 : DETAILED_2023);
        assertThat(taken.missing()).isEmpty();
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
  void an_excerpt_by_state_is_taken_as_far_as_it_goes() throws IOException {
    var shared = Path.of(System.getProperty("insignia.shared", "../../shared"), "data/wages");
    assumeTrue(Files.isDirectory(shared), "the shared data is not here: " + shared);
    var file = shared.resolve("oews-state-2023-05.csv.gz");
    // Its columns: AREA_TITLE;OCC_CODE;OCC_TITLE;H_MEAN;A_MEAN
    List<String> lines;
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      lines = new String(in.readAllBytes(), UTF_8).lines().skip(1).toList();
    }
    // Of the codes of groups these stand for occupations that are told together.
    var group =
        Pattern.compile(";(?!13-1020|13-2020|29-2010|31-1120|39-7010|47-4090|51-2090)..-...0;");
    long groups = lines.stream().filter(group.asPredicate()).count();
    long unpaid =
        lines.stream()
            .filter(group.asPredicate().negate())
            .filter(line -> line.endsWith(";*"))
            .count();
    Taken taken;
    try (var in = Files.newInputStream(file)) {
      taken = wages.take("test", in, 2023);
    }
    assertThat(taken.rows()).isEqualTo(Math.toIntExact(lines.size() - groups));
    assertThat(taken.withoutPay()).isEqualTo(Math.toIntExact(unpaid));
    assertThat(taken.leftOut()).containsExactly(entry("groups of occupations", (int) groups));
    assertThat(taken.missing())
        .containsExactly("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90");
    assertThat(taken.faults()).isEmpty();
    for (var state : Map.of("VI", "Virgin Islands", "DC", "District of Columbia").entrySet()) {
      var line =
          lines.stream()
              .filter(each -> each.startsWith(state.getValue() + ";15-1252;"))
              .findFirst()
              .orElseThrow();
      var mean = line.substring(line.lastIndexOf(';') + 1).replace(",", "");
      assertThat(wages.latest(List.of("15-1252"), state.getKey()).getFirst())
          .returns("US-" + state.getKey(), Wage::area)
          .returns(state.getValue(), Wage::state)
          .returns(null, Wage::median)
          .returns(Integer.valueOf(mean), Wage::mean);
    }
  }

  @Test
  void rows_that_cannot_be_are_left_out_and_told_with_their_line() {
    var file =
        HEAD
            + "U.S.,1,US,cross-industry,97-1111,Makers,5,10,20,30,40,50\n"
            + "U.S.,1,US,cross-industry,97-1112,Makers,5,10,20,x30,40,50\n"
            + "U.S.,1,US,cross-industry,97-1113,Makers,5,10,9,30,40,50\n"
            + "Akron,4,OH,cross-industry,97-1111,Makers,5,10,20,30,40,50\n"
            + "\n"
            + "U.S.,1,US,private,97-1111,Makers,5,10,20,30,40,50\n"
            + "end of the table\n";
    var taken = wages.take("test", new ByteArrayInputStream(file.getBytes(UTF_8)), 2024);
    assertThat(taken.rows()).isEqualTo(1);
    assertThat(taken.leftOut())
        .containsOnly(
            entry("that cannot be read", 3),
            entry("of areas that are neither the country nor a state", 1),
            entry("of one industry or kind of owner", 1));
    assertThat(taken.faults())
        .containsExactly(
            "line 3: not an amount in A_MEDIAN: x30",
            "line 4: figures that cannot be: Makers",
            "line 8: no code of an occupation: ");
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
    var taken = wages.take("test", new ByteArrayInputStream(file.getBytes(UTF_8)), 2024);
    assertThat(taken.rows()).isEqualTo(3);
    assertThat(taken.withoutPay()).isEqualTo(1);
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
                null,
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
