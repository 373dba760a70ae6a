package org.insignia.server.insights.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.reading.Fault;
import org.insignia.server.insights.syntax.Unreadable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The poisoned feeds, as far as reading goes; what a run makes of them is tested with the runs. */
class HostileFeedsTest {
  /** The one bad item of each file, and why it is refused. */
  private static final Map<String, Fault> FAULTS =
      Map.ofEntries(
          Map.entry("salary-negative", Fault.BAD_SALARY),
          Map.entry("salary-swapped", Fault.BAD_SALARY),
          Map.entry("salary-1e308", Fault.BAD_SALARY),
          Map.entry("salary-string", Fault.BAD_SALARY),
          Map.entry("salary-range-text", Fault.BAD_SALARY),
          Map.entry("salary-zero", Fault.BAD_SALARY),
          Map.entry("currency-unknown", Fault.BAD_CURRENCY),
          Map.entry("currency-missing", Fault.BAD_CURRENCY),
          Map.entry("currency-symbol", Fault.BAD_CURRENCY),
          Map.entry("period-unknown", Fault.BAD_PERIOD),
          Map.entry("posted-future", Fault.BAD_DATE),
          Map.entry("posted-1970", Fault.BAD_DATE),
          Map.entry("posted-epoch-ms", Fault.BAD_DATE),
          Map.entry("title-empty", Fault.NO_TITLE),
          Map.entry("title-html", Fault.MARKUP),
          Map.entry("title-100k", Fault.TOO_LONG),
          Map.entry("desc-script", Fault.ACTIVE_CONTENT),
          Map.entry("desc-style", Fault.ACTIVE_CONTENT),
          Map.entry("url-javascript", Fault.BAD_ADDRESS),
          Map.entry("url-data", Fault.BAD_ADDRESS),
          Map.entry("url-relative", Fault.BAD_ADDRESS),
          Map.entry("url-loopback", Fault.BAD_ADDRESS),
          Map.entry("url-userinfo", Fault.BAD_ADDRESS),
          Map.entry("url-crlf", Fault.BAD_ADDRESS),
          Map.entry("url-missing", Fault.NO_ADDRESS),
          Map.entry("company-homograph", Fault.MIXED_SCRIPTS),
          Map.entry("id-missing", Fault.NO_ID),
          Map.entry("id-object", Fault.BAD_ID),
          Map.entry("id-huge", Fault.BAD_ID),
          Map.entry("skills-string", Fault.BAD_TAGS),
          Map.entry("skills-10000", Fault.BAD_TAGS),
          Map.entry("skills-nested", Fault.BAD_TAGS),
          Map.entry("skills-null", Fault.BAD_TAGS),
          Map.entry("country-unknown", Fault.BAD_COUNTRY),
          Map.entry("location-formula", Fault.FORMULA),
          Map.entry("bidi", Fault.CONTROL_CHARACTERS),
          Map.entry("nul", Fault.CONTROL_CHARACTERS),
          Map.entry("lone-surrogate", Fault.CONTROL_CHARACTERS));

  @TestFactory
  Stream<DynamicTest> one_bad_item_is_refused_with_its_reason_and_the_others_are_taken()
      throws Exception {
    var expected = Files.readAllLines(Shared.file("hostile/expected/job-feeds.jsonl"));
    return expected.stream()
        .map(line -> (JsonNode) JsonMapper.shared().readTree(line))
        .filter(node -> node.get("file").asString().contains("/one-bad-"))
        .map(node -> {
          var file = node.get("file").asString();
          var name = file.replaceAll(".*/one-bad-(.*)\\.json", "$1");
          return dynamicTest(
              name,
              () -> {
                var read = hostile(FeedKind.JSON_LINES, file.replace("job-feeds/", ""));
                assertThat(read.postings()).hasSize(node.get("jobs_ok").asInt());
                assertThat(read.postings()).extracting(Posting::sourceId).contains("J0", "J5");
                assertThat(read.refusals())
                    .singleElement()
                    .satisfies(refusal -> {
                      assertThat(refusal.item()).isEqualTo(7);
                      assertThat(refusal.fault()).isEqualTo(FAULTS.get(name));
                      assertThat(refusal.value().length()).isLessThanOrEqualTo(120);
                    });
              });
        });
  }

  @Test
  void every_kind_of_poison_is_in_the_table() throws Exception {
    try (var files = Files.list(Shared.file("hostile/job-feeds"))) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.startsWith("one-bad-"))
                  .map(name -> name.replaceAll("one-bad-(.*)\\.json", "$1")))
          .containsExactlyInAnyOrderElementsOf(FAULTS.keySet());
    }
  }

  /**
   * What a run makes of them stands in FeedRunsModuleTest, what is published in HostileFiguresTest.
   */
  @Test
  void every_poisoned_feed_has_its_test() throws Exception {
    try (var files = Files.list(Shared.file("hostile/job-feeds"))) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> !name.startsWith("one-bad-")))
          .containsExactlyInAnyOrder(
              "ok.json",
              "dup-ids.json",
              "dup-reposted.json",
              "outlier-half.json",
              "one-company-90pct.json",
              "empty-list.json",
              "empty-body.json",
              "null.json",
              "html-200.json",
              "truncated.json",
              "shape-changed.json",
              "half-size-drop.json",
              "top-array.json",
              "deep.json",
              "dup-keys.json",
              "invalid-utf8.json",
              "next-self.json",
              "next-loopback.json",
              "next-file.json",
              "next-10000.json",
              "rss-ok.xml",
              "rss-xxe.xml",
              "rss-laughs.xml",
              "rss-ssrf-dtd.xml",
              "rss-cdata-html.xml");
    }
    assertThat(FAULTS).hasSize(38);
  }

  @TestFactory
  Stream<DynamicTest> what_cannot_be_read_to_its_end_is_not_read_at_all() {
    return Stream.of(
            "html-200.json", "truncated.json", "deep.json", "dup-keys.json", "invalid-utf8.json")
        .map(name ->
            dynamicTest(
                name,
                () ->
                    assertThatThrownBy(() -> hostile(FeedKind.JSON_LINES, name))
                        .isInstanceOf(Unreadable.class)
                        .message()
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(300)));
  }

  @TestFactory
  Stream<DynamicTest> xml_with_a_document_type_is_not_read() {
    return Stream.of("rss-xxe.xml", "rss-laughs.xml", "rss-ssrf-dtd.xml")
        .map(name ->
            dynamicTest(
                name,
                () ->
                    assertThatThrownBy(() -> hostile(FeedKind.RSS, name))
                        .isInstanceOf(Unreadable.class)
                        .hasMessageContaining("document type")));
  }

  @Test
  void nothing_is_found_in_what_is_empty() throws Exception {
    for (var name : new String[] {"empty-list.json", "empty-body.json", "null.json"}) {
      var read = hostile(FeedKind.JSON_LINES, name);
      assertThat(read.postings()).as(name).isEmpty();
      assertThat(read.refusals()).as(name).isEmpty();
    }
  }

  @Test
  void a_list_that_moved_elsewhere_is_no_posting() throws Exception {
    var read = hostile(FeedKind.JSON_LINES, "shape-changed.json");
    assertThat(read.postings()).isEmpty();
    assertThat(read.refusals()).hasSize(1);
  }

  @Test
  void good_ones_are_read() throws Exception {
    assertThat(hostile(FeedKind.JSON_LINES, "ok.json").postings()).hasSize(25);
    assertThat(hostile(FeedKind.JSON_LINES, "top-array.json").postings()).hasSize(25);
    assertThat(hostile(FeedKind.RSS, "rss-ok.xml").postings()).hasSize(5);
    assertThat(hostile(FeedKind.JSON_LINES, "next-loopback.json").next())
        .isEqualTo("http://127.0.0.1:9/p2");
  }

  @Test
  void an_entry_with_a_script_for_a_title_is_refused() throws Exception {
    var read = hostile(FeedKind.RSS, "rss-cdata-html.xml");
    assertThat(read.postings()).isEmpty();
    assertThat(read.refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.fault()).isEqualTo(Fault.MARKUP));
  }

  private static Shared.Read hostile(FeedKind kind, String name) throws Exception {
    try (var in = Files.newInputStream(Shared.file("hostile/job-feeds/" + name))) {
      return Shared.read(kind, in, "", "", "");
    }
  }
}
