package org.insignia.server.insights.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.insignia.server.insights.format.Shared;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 195 postings of security jobs that no rule was adjusted on, with the skills that another program
 * found in them. Its labels are no truth either; what the two disagree on is printed, to be read.
 */
class HeldOutSkillsTest {
  private static final SkillTable TABLE = new SkillTable();
  private static final SkillTagger TAGGER = new SkillTagger(TABLE);

  @Test
  void texts_no_rule_was_adjusted_on_are_tagged_as_another_program_does() throws IOException {
    var postings = postings();
    assertThat(postings).hasSize(195);
    Map<String, String> both =
        TABLE.all().stream()
            .collect(Collectors.toMap(skill -> skill.name().toLowerCase(Locale.ROOT), Skill::id));
    both.keySet().retainAll(postings.stream().flatMap(p -> labels(p).stream()).toList());
    var ids = Set.copyOf(both.values());
    int right = 0;
    int found = 0;
    int wanted = 0;
    List<String> disagreements = new ArrayList<>();
    for (var posting : postings) {
      var expected = kept(labels(posting), both::get, ids);
      var text =
          posting.get("title").stringValue() + "\n" + posting.get("description").stringValue();
      var tagged = kept(TAGGER.inText(text, posting.get("company").stringValue()), id -> id, ids);
      var hits = new TreeSet<>(tagged);
      hits.retainAll(expected);
      right += hits.size();
      found += tagged.size();
      wanted += expected.size();
      var more = new TreeSet<>(tagged);
      more.removeAll(expected);
      expected.removeAll(tagged);
      if (!more.isEmpty() || !expected.isEmpty()) {
        disagreements.add(
            posting.get("source_id").asString()
                + " only ours "
                + more
                + ", only theirs "
                + expected);
      }
    }
    double precision = (double) right / found;
    double recall = (double) right / wanted;
    System.out.printf(
        "skills %s in 195 postings held out: %d wanted, precision %.3f, recall %.3f%n",
        new TreeSet<>(ids), wanted, precision, recall);
    disagreements.forEach(System.out::println);
    assertThat(ids).hasSizeGreaterThan(10);
    // What only we find is no mistake for that: the other program names less than stands there.
    assertThat(recall).isGreaterThanOrEqualTo(0.9);
  }

  private static TreeSet<String> kept(
      Collection<String> names, Function<String, String> id, Set<String> ids) {
    return names.stream()
        .map(id)
        .filter(each -> each != null && ids.contains(each))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> labels(JsonNode posting) {
    List<String> labels = new ArrayList<>();
    posting.get("skills_detected").forEach(label -> labels.add(label.stringValue()));
    return labels;
  }

  private static List<JsonNode> postings() throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(Shared.file("jobs/security-jobs-with-text.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      return in.lines().map(line -> (JsonNode) JsonMapper.shared().readTree(line)).toList();
    }
  }
}
