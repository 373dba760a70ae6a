package org.insignia.server.insights.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.reading.Fault;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.insights.syntax.Unreadable;
import org.junit.jupiter.api.Test;

/** Feeds as they come in the wild: what is good in them is taken, what is not is told. */
class OddFeedsTest {
  private static final String LONG = "lorem ipsum ".repeat(100_000);

  private static String job(int number, String more) {
    return """
    {"id": "J%d", "title": "Job %d", "company": "Acme", "url": "https://jobs.example/%d"%s}\
    """
        .formatted(number, number, number, more);
  }

  private static Shared.Read json(String text) throws Exception {
    return Shared.text(FeedKind.JSON_LINES, text);
  }

  private static void onlyTheSecondIsRefused(Shared.Read read, Fault fault, String why) {
    assertThat(read.postings()).extracting(Posting::sourceId).containsExactly("J1", "J3");
    assertThat(read.refusals()).extracting(Refusal::item).containsExactly(2);
    assertThat(read.refusals()).extracting(Refusal::fault).containsExactly(fault);
    assertThat(read.refusals().getFirst().value()).contains(why);
  }

  @Test
  void an_item_that_is_too_large_is_refused_by_itself() throws Exception {
    var text = ", \"description\": \"" + LONG + "\", \"more\": {\"a\": [1, [2]]}";
    var list = "[" + job(1, "") + "," + job(2, text) + "," + job(3, "") + "]";
    onlyTheSecondIsRefused(json(list), Fault.UNREADABLE, "more than 1000000 characters");
    onlyTheSecondIsRefused(
        json(job(1, "") + "\n" + job(2, text) + "\n" + job(3, "")),
        Fault.UNREADABLE,
        "more than 1000000 characters");
    var values = ", \"odd\": [" + "0,".repeat(60_000) + "0]";
    onlyTheSecondIsRefused(
        json("{\"jobs\": [" + job(1, "") + "," + job(2, values) + "," + job(3, "") + "]}"),
        Fault.UNREADABLE,
        "more than 50000 values");
  }

  @Test
  void an_entry_that_is_too_large_is_refused_by_itself() throws Exception {
    var entry =
        "<item><guid>J%d</guid><title>Job %d</title><link>https://jobs.example/%d</link>%s</item>";
    for (var text : new String[] {LONG, "<![CDATA[" + LONG.replace("sum", "<b>s</b>") + "]]>"}) {
      var feed =
          "<rss version='2.0'><channel>"
              + entry.formatted(
                  1, 1, 1, "<description>a &amp; b <![CDATA[<p>c</p>]]></description>")
              + entry.formatted(2, 2, 2, "<description>" + text + "</description>")
              + entry.formatted(3, 3, 3, "")
              + "</channel></rss>";
      var read = Shared.text(FeedKind.RSS, feed);
      onlyTheSecondIsRefused(read, Fault.UNREADABLE, "characters");
      assertThat(read.postings().getFirst().description()).contains("a & b", "c");
    }
  }

  @Test
  void a_row_with_too_many_cells_or_too_long_a_one_is_refused_by_itself() throws Exception {
    var csv =
        "id,title,url\nJ1,Cook,https://jobs.example/1,,\n%s\n\nJ3,\"Baker, or\ncook\",https://jobs.example/3\n";
    onlyTheSecondIsRefused(
        Shared.text(FeedKind.CSV, csv.formatted("J2,Cook, senior,https://jobs.example/2")),
        Fault.UNREADABLE,
        "line 3: more cells than the first row has names");
    onlyTheSecondIsRefused(
        Shared.text(FeedKind.CSV, csv.formatted("J2,\"" + LONG + "\",https://jobs.example/2")),
        Fault.UNREADABLE,
        "line 3: a cell is longer than 1000000");
    onlyTheSecondIsRefused(
        Shared.text(FeedKind.CSV, csv.formatted("J2" + ",".repeat(600) + "x")),
        Fault.UNREADABLE,
        "line 3: more than 500 columns");
  }

  @Test
  void what_never_ends_is_not_read_for_ever() throws Exception {
    var endless = new Endless("{\"jobs\": [{\"id\": \"1\", \"odd\": [", "0,");
    assertThatThrownBy(() -> read(FeedKind.JSON_LINES, endless))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("goes on for more than");
    assertThatThrownBy(() -> read(FeedKind.CSV, new Endless("", "a,")))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void other_encodings_are_read_where_they_are_named_and_told_where_not() throws Exception {
    var xml = "<?xml version='1.0' encoding='ISO-8859-1'?>" + RSS.formatted("Küchenhilfe", "");
    assertThat(read(FeedKind.RSS, bytes(xml, StandardCharsets.ISO_8859_1)).postings())
        .extracting(Posting::title)
        .containsExactly("Küchenhilfe");
    var marked = "\uFEFFid;title;url\n1;Küche;https://jobs.example/1\n";
    assertThat(read(FeedKind.CSV, bytes(marked, StandardCharsets.UTF_16LE)).postings()).hasSize(1);
    var csv = bytes(marked.substring(1), Charset.forName("windows-1252"));
    assertThatThrownBy(() -> read(FeedKind.CSV, csv))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("saved or served as UTF-8");
  }

  private static final String RSS =
      "<rss version='2.0'><channel><item><guid>1</guid><title>%s</title><link>https://jobs.example/1</link>%s</item></channel></rss>";

  @Test
  void a_compressed_feed_is_read_and_one_that_breaks_off_is_told() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(("[" + job(1, "") + "]").getBytes(StandardCharsets.UTF_8));
    }
    var whole = out.toByteArray();
    assertThat(read(FeedKind.JSON_LINES, new ByteArrayInputStream(whole)).postings()).hasSize(1);
    var half = new ByteArrayInputStream(whole, 0, whole.length / 2);
    assertThatThrownBy(() -> read(FeedKind.JSON_LINES, half))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("compressed");
  }

  @Test
  void a_posting_whose_pay_is_negotiable_is_taken_without_pay() throws Exception {
    var read =
        json(
            "["
                + job(1, ", \"salary_min\": \"Negotiable\", \"currency\": \"USD\"")
                + ","
                + job(2, ", \"salary_min\": 40000, \"salary_max\": 50000")
                + ","
                + job(3, ", \"salary_min\": \"a convenir\", \"salary_max\": \"A convenir\"")
                + "]");
    onlyTheSecondIsRefused(read, Fault.BAD_CURRENCY, "");
    assertThat(read.postings()).allSatisfy(posting -> assertThat(posting.salary()).isNull());
  }

  @Test
  void markup_in_a_title_is_told_and_writing_from_right_to_left_is_kept() throws Exception {
    var titles =
        """
        [{"id": "J1", "title": "مهندس برمجيات C++", "url": "https://jobs.example/1"},
         {"id": "J2", "title": "<b>Cook</b>", "url": "https://jobs.example/2"},
         {"id": "J3", "title": "R&amp;D engineer, salary < 50k", "url": "https://jobs.example/3"}]\
        """;
    var read = json(titles);
    onlyTheSecondIsRefused(read, Fault.MARKUP, "<b>Cook</b>");
    assertThat(read.postings())
        .extracting(Posting::title)
        .containsExactly("مهندس برمجيات C++", "R&D engineer, salary < 50k");
  }

  @Test
  void a_date_that_is_to_come_is_told() throws Exception {
    var read =
        json(
            "["
                + job(1, ", \"posted_at\": \"2026-08-21\"")
                + ","
                + job(2, ", \"posted_at\": \"2027-01-01\"")
                + ","
                + job(3, ", \"valid_through\": \"2031-01-01\"")
                + "]");
    onlyTheSecondIsRefused(read, Fault.BAD_DATE, "2027-01-01");
  }

  private static ByteArrayInputStream bytes(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }

  private static Shared.Read read(FeedKind kind, java.io.InputStream in) throws Exception {
    return Shared.read(kind, in, "", "", "");
  }

  /** Says the same over and over. */
  private static final class Endless extends SequenceInputStream {
    Endless(String first, String again) {
      super(
          bytes(first, StandardCharsets.UTF_8),
          new java.io.InputStream() {
            private int at;

            @Override
            public int read() {
              return again.charAt(at++ % again.length());
            }
          });
    }
  }
}
