package org.insignia.server.results.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void reads_every_kind_of_line_end(String end) throws IOException {
    var rows = rows("a,b" + end + "1,2" + end + end + "3,\"4" + end + "5\"" + end + "6,7");
    assertThat(rows).extracting(RawRow::line).containsExactly(1L, 2L, 4L, 6L);
    assertThat(((RawRow.Cells) rows.get(2)).cells()).containsExactly("3", "4" + end + "5");
    assertThat(((RawRow.Cells) rows.getLast()).ended()).isFalse();
    assertThat(((RawRow.Cells) rows.getFirst()).ended()).isTrue();
  }

  @Test
  void reads_quotes_as_rfc_4180_has_them() throws IOException {
    assertThat(cells("\"a \"\"b\"\", c\",,\"\",d\"e\n"))
        .containsExactly("a \"b\", c", "", "", "d\"e");
  }

  @Test
  void loses_only_the_line_of_a_quote_that_is_never_closed() throws IOException {
    var rows = rows("1,a\n2,\"b\n3,c\n4,d\n");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(1))
        .isInstanceOfSatisfying(RawRow.Broken.class, b -> assertThat(b.cell()).isEqualTo(1));
    assertThat(rows.get(2)).isEqualTo(new RawRow.Cells(3, List.of("3", "c"), true));
  }

  @Test
  void loses_only_the_line_of_a_quote_that_seems_closed_by_a_later_row() throws IOException {
    var bytes = "1,a\n2,\"b\n3,\"c\"\n4,\",\n5,e\n".getBytes(StandardCharsets.UTF_8);
    var rows =
        all(new RowReader(new ByteArrayInputStream(bytes), ',', Encoding.UTF_8, 0, 1).expecting(2));
    assertThat(rows)
        .filteredOn(r -> r instanceof RawRow.Broken)
        .extracting(RawRow::line)
        .containsExactly(2L, 4L);
    assertThat(rows).extracting(RawRow::line).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void takes_a_quote_in_a_tab_separated_file_as_it_stands() throws IOException {
    var text = "1\t\"27\" screen\n2\t\"quoted\"\n3\t\"open\n4\tx\"";
    var rows =
        all(
            new RowReader(
                stream(text.getBytes(StandardCharsets.UTF_8)), '\t', Encoding.UTF_8, 0, 1));
    assertThat(rows)
        .extracting(r -> ((RawRow.Cells) r).cells().getLast())
        .containsExactly("\"27\" screen", "quoted", "\"open", "x\"");
  }

  @Test
  void names_the_cell_that_holds_nul_or_a_control_character() throws IOException {
    var rows = rows("a,b\0c\nok,ok\n\u0007,x\n");
    assertThat(rows.get(0))
        .isInstanceOfSatisfying(
            RawRow.Broken.class, b -> assertThat(b.why().code()).isEqualTo("nul"));
    assertThat(rows.get(1)).isInstanceOf(RawRow.Cells.class);
    assertThat(rows.get(2))
        .isInstanceOfSatisfying(
            RawRow.Broken.class, b -> assertThat(b.why().args()).containsExactly("U+0007"));
  }

  @Test
  void refuses_a_huge_cell_and_a_huge_line_and_goes_on() throws IOException {
    var rows =
        rows(
            "1,"
                + "x".repeat(20_000)
                + "\n2,ok\n3,"
                + "y".repeat(300_000)
                + "\r\n4,ok\n"
                + "z".repeat(70_000));
    assertThat(rows)
        .extracting(r -> r instanceof RawRow.Broken b ? b.why().code() : "ok")
        .containsExactly("cell-too-long", "ok", "line-too-long", "ok", "line-too-long");
    assertThat(rows).extracting(RawRow::line).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void reads_windows_1252_and_refuses_what_is_no_utf_8() throws IOException {
    var bytes = "1,Zoë Núñez\n2,ok\n".getBytes(Charset.forName("windows-1252"));
    var latin = all(new RowReader(stream(bytes), ',', Encoding.WINDOWS_1252, 0, 1));
    assertThat(((RawRow.Cells) latin.getFirst()).cells()).containsExactly("1", "Zoë Núñez");
    var strict = all(new RowReader(stream(bytes), ',', Encoding.UTF_8, 0, 1));
    assertThat(strict.getFirst()).isInstanceOf(RawRow.Broken.class);
    assertThat(strict.getLast()).isInstanceOf(RawRow.Cells.class);
  }

  @Test
  void goes_on_from_any_record_as_if_it_had_read_the_ones_before() throws IOException {
    var random = new Random(7);
    var text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append(i)
          .append(',')
          .append(random.nextInt(5) == 0 ? "\"é\n" + i + "\"" : "x".repeat(random.nextInt(200)));
      text.append(random.nextInt(50) == 0 ? ",\"open" : "")
          .append(random.nextBoolean() ? "\n" : "\r\n");
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    var whole = new RowReader(stream(bytes), ',', Encoding.UTF_8, 0, 1);
    var expected = all(whole);
    assertThat(whole.position()).isEqualTo(bytes.length);
    var pieces = new ArrayList<RawRow>();
    long position = 0;
    long line = 1;
    while (position < bytes.length) {
      int from = (int) position;
      var rest = stream(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
      var reader = new RowReader(rest, ',', Encoding.UTF_8, position, line);
      for (int i = 0; i < 97; i++) {
        var row = reader.next();
        if (row != null) {
          pieces.add(row);
        }
      }
      position = reader.position();
      line = reader.line();
    }
    assertThat(pieces).isEqualTo(expected);
  }

  @Test
  void reads_two_hundred_megabytes_of_nonsense_in_the_memory_of_one_window() throws IOException {
    var noise = new Noise(200_000_000L);
    var reader = new RowReader(noise, ',', Encoding.UTF_8, 0, 1);
    long broken = 0;
    for (var row = reader.next(); row != null; row = reader.next()) {
      broken += row instanceof RawRow.Broken ? 1 : 0;
    }
    assertThat(reader.position()).isEqualTo(200_000_000L);
    assertThat(broken).isPositive();
  }

  /** Bytes without sense or end of lines but now and then; they exist only while they are read. */
  private static final class Noise extends InputStream {
    private long left;
    private long state = 42;

    Noise(long length) {
      left = length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      for (int i = 0; i < count; i++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        bytes[offset + i] = (byte) (state >>> 56);
      }
      left -= count;
      return count;
    }
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static List<RawRow> rows(String text) throws IOException {
    return all(
        new RowReader(stream(text.getBytes(StandardCharsets.UTF_8)), ',', Encoding.UTF_8, 0, 1));
  }

  private static List<String> cells(String text) throws IOException {
    return ((RawRow.Cells) rows(text).getFirst()).cells();
  }

  static List<RawRow> all(RowReader reader) throws IOException {
    var rows = new ArrayList<RawRow>();
    for (var row = reader.next(); row != null; row = reader.next()) {
      rows.add(row);
    }
    return rows;
  }
}
