package org.insignia.bench.postings;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes invented postings as JSON Lines, each with a text of 120 words of its own. Arguments:
 * file, how many, the day they are looked at (2026-11-21), names of skills, the most asked for
 * first.
 */
public final class PostingFile {
  private static final int WORDS = 120;
  private static final String[] SYLLABLES = {
    "ka", "lo", "mi", "ren", "tas", "vo", "der", "ing", "sol", "pra", "un", "tel", "gar", "ni"
  };

  private PostingFile() {}

  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[1]);
    var today = LocalDate.parse(arguments[2]);
    var generator = new PostingGenerator(9, List.of(arguments).subList(3, arguments.length));
    var words = new Random(10);
    try (var out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 16),
                StandardCharsets.UTF_8))) {
      for (int i = 0; i < count; i++) {
        out.write(line(generator.next(), today, words));
        out.newLine();
      }
    }
  }

  private static String line(InventedPosting posting, LocalDate today, Random words) {
    var pay =
        posting.low() == 0
            ? ""
            : ", \"salary_min\": %d, \"salary_max\": %d, \"currency\": \"%s\", \"period\": \"year\""
                .formatted(posting.low(), posting.high(), posting.currency());
    return """
    {"id": "%d", "title": "%s", "company": "%s", "country": "%s", "state": "%s", "city": "%s", "remote": %b, \
    "seniority": "%s", "posted_at": "%s", "url": "https://jobs.example/%d", "skills": [%s], "description": "%s"%s}\
    """
        .formatted(
            posting.number(),
            posting.title(),
            posting.employer(),
            posting.country(),
            posting.region(),
            posting.city(),
            posting.remote(),
            posting.seniority().toLowerCase(java.util.Locale.ROOT),
            today.minusDays(posting.daysAgo()),
            posting.number(),
            posting.skills().stream()
                .map(skill -> "\"" + skill + "\"")
                .collect(Collectors.joining(", ")),
            text(words),
            pay);
  }

  static String text(Random words) {
    return IntStream.range(0, WORDS)
        .mapToObj(i ->
            IntStream.rangeClosed(0, words.nextInt(3))
                .mapToObj(syllable -> SYLLABLES[words.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }
}
