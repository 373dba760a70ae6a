package org.insignia.server.results.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shared hostile tables: none of them holds results, but how they are cut into rows is the same
 * everywhere.
 */
class HostileTablesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("insignia.shared", "../shared"), "data/hostile/csv-import");

  @BeforeEach
  void needs_the_shared_data() {
    assumeTrue(Files.isDirectory(FOLDER), FOLDER + " is absent");
  }

  @Test
  void refuses_each_of_them_as_a_results_file_and_says_why() throws IOException {
    try (var files = Files.list(FOLDER)) {
      for (var file : files.toList()) {
        var bytes = Files.readAllBytes(file);
        var census = new EncodingCensus();
        census.add(bytes, bytes.length);
        var head = Arrays.copyOf(bytes, Math.min(bytes.length, Sighting.HEAD));
        var sighting = Sighting.of(file.getFileName().toString(), head, census.encoding(), false);
        assertThat(sighting).as(file.toString()).isInstanceOf(Sighting.Unusable.class);
      }
    }
  }

  /**
   * As the expectations have it where they speak of structure; one forgotten quote costs one row
   * here, not ten.
   */
  @ParameterizedTest
  @CsvSource({
    "ok-lf,20,0",
    "ok-crlf,20,0",
    "ok-cr,20,0",
    "ok-no-final-newline,20,0",
    "ok-bom,20,0",
    "ok-quoted,20,0",
    "ok-newline-in-quotes,3,0",
    "ok-column-order,5,0",
    "ok-extra-column,5,0",
    "ok-blank-lines,5,0",
    "ok-semicolon,20,0",
    "ok-tab,20,0",
    "header-only,0,0",
    "unclosed-quote,20,1",
    "few-fields,2,1",
    "many-fields,2,1",
    "nul-bytes,1,1",
    "control-chars,0,2",
    "huge-cell,1,1",
    "many-columns,0,1",
    "names-world,18,0",
    "ok-windows1252,1,0",
    "ok-latin1,1,0"
  })
  void cuts_them_into_rows_as_expected(String name, int good, int bad) throws IOException {
    var bytes = Files.readAllBytes(FOLDER.resolve(name + ".csv"));
    var census = new EncodingCensus();
    census.add(bytes, bytes.length);
    int mark = census.markLength();
    var text = new String(bytes, mark, bytes.length - mark, census.encoding().charset());
    char separator = text.startsWith("email;") ? ';' : text.startsWith("email\t") ? '\t' : ',';
    var in = new ByteArrayInputStream(bytes, mark, bytes.length - mark);
    var reader = new RowReader(in, separator, census.encoding(), mark, 1);
    var header = reader.next();
    if (!(header instanceof RawRow.Cells columns)) {
      assertThat(List.of(good, bad)).containsExactly(0, 1);
      return;
    }
    var rows = RowReaderTest.all(reader.expecting(columns.cells().size()));
    var whole =
        rows.stream()
            .filter(r -> r instanceof RawRow.Cells c && c.cells().size() == columns.cells().size())
            .count();
    assertThat(List.of(whole, rows.size() - whole)).containsExactly((long) good, (long) bad);
  }
}
