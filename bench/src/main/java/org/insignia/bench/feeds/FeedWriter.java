package org.insignia.bench.feeds;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.bench.feeds.Feed.Pair;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;

/**
 * Writes a feed as a canonical file, Pearson VUE's part of it in its own form, and the answers as
 * JSON beside them.
 */
final class FeedWriter {
  private FeedWriter() {}

  /** How the bytes of a file look. */
  enum Encoding {
    UTF_8,
    UTF_8_BOM,
    WINDOWS_1252
  }

  static void write(Feed feed, Path folder, Encoding encoding, String lineEnd) throws IOException {
    Files.createDirectories(folder);
    var charset =
        encoding == Encoding.WINDOWS_1252
            ? Charset.forName("windows-1252")
            : StandardCharsets.UTF_8;
    try (var out = Files.newOutputStream(folder.resolve("results.csv"));
        var writer = new OutputStreamWriter(out, charset)) {
      writer.write(encoding == Encoding.UTF_8_BOM ? "\uFEFF" : "");
      writer.write(String.join(",", Line.COLUMNS) + lineEnd);
      int number = 2;
      for (var line : feed.lines()) {
        writer.write(line.with("line_no", Integer.toString(number++)).text() + lineEnd);
      }
    }
    var pearson = PearsonFiles.of(feed);
    pearson.write(folder);
    Files.writeString(folder.resolve("answers.json"), Json.write(answers(feed, pearson)));
  }

  private static JsonValue answers(Feed feed, PearsonFiles part) {
    List<Object> rows = new ArrayList<>();
    int number = 2;
    for (var line : feed.lines()) {
      rows.add(Map.of("line", number++, "verdict", line.verdict()));
    }
    List<Object> awards = new ArrayList<>();
    feed.awards()
        .forEach(
            (record, earned) -> earned.forEach((uid, at) -> awards.add(award(record, uid, at))));
    List<Object> merged = new ArrayList<>();
    feed.merged()
        .forEach((pair, earned) -> merged.add(Map.of("pair", pair(pair), "earned", dates(earned))));
    var answers = new LinkedHashMap<String, Object>();
    answers.put("rows", rows);
    answers.put("awards", awards);
    List<Object> pearson = new ArrayList<>();
    part.awards(feed)
        .forEach(
            (record, earned) -> earned.forEach((uid, at) -> pearson.add(award(record, uid, at))));
    answers.put("pearson", pearson);
    answers.put("proposals", feed.proposals().stream().map(FeedWriter::pair).toList());
    answers.put("apart", feed.apart().stream().map(FeedWriter::pair).toList());
    answers.put("merged", merged);
    return JsonValue.from(answers);
  }

  private static Map<String, Object> award(Feed.Record record, String uid, Instant at) {
    return Map.of(
        "provider",
        record.provider(),
        "candidate",
        record.candidate(),
        "achievement",
        uid,
        "earned",
        at.toString());
  }

  private static Map<String, Object> dates(Map<String, Instant> earned) {
    var out = new LinkedHashMap<String, Object>();
    earned.forEach((uid, at) -> out.put(uid, at.toString()));
    return out;
  }

  private static List<Object> pair(Pair pair) {
    return List.of(
        Map.of("provider", pair.one().provider(), "candidate", pair.one().candidate()),
        Map.of("provider", pair.other().provider(), "candidate", pair.other().candidate()));
  }
}
