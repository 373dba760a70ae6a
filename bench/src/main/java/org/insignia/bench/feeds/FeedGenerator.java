package org.insignia.bench.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes a feed: {@code --rows N --seed N --catalogue DIR --out DIR --encoding
 * utf-8|utf-8-bom|windows-1252 --crlf}. The same seed, size and catalogue give the same bytes.
 */
public final class FeedGenerator {
  private static final List<String> OPTIONS =
      List.of("rows", "seed", "catalogue", "out", "encoding");

  private FeedGenerator() {}

  /** Entry for {@code ./dev feed}. */
  public static void main(String[] args) throws IOException {
    if (Arrays.asList(args).contains("--help")) {
      System.out.println(
          "options: --rows N --seed N --catalogue DIR --out DIR --encoding utf-8|utf-8-bom|windows-1252 --crlf");
      return;
    }
    var options = options(args);
    int rows = Integer.parseInt(options.getOrDefault("rows", "10000"));
    long seed = Long.parseLong(options.getOrDefault("seed", "1"));
    var out = Path.of(options.getOrDefault("out", "target/feed"));
    var catalogue =
        Path.of(options.getOrDefault("catalogue", "../shared/data/catalogue/ms-learn-certs"));
    var encoding =
        FeedWriter.Encoding.valueOf(
            options.getOrDefault("encoding", "utf-8").toUpperCase(Locale.ROOT).replace('-', '_'));
    write(rows, seed, catalogue, out, encoding, options.containsKey("crlf") ? "\r\n" : "\n");
    System.out.println(
        rows
            + " rows in "
            + out.resolve("results.csv")
            + ", what must come of them in answers.json");
  }

  /**
   * Writes {@code results.csv}, {@code pearson.zip} and {@code answers.json}.
   *
   * @param catalogue folder with exams.jsonl.gz, certifications.jsonl.gz and requirements.jsonl
   */
  public static void write(int rows, long seed, Path catalogue, Path out) throws IOException {
    write(rows, seed, catalogue, out, FeedWriter.Encoding.UTF_8, "\n");
  }

  private static void write(
      int rows, long seed, Path catalogue, Path out, FeedWriter.Encoding encoding, String lineEnd)
      throws IOException {
    var composer = new Composer(Programme.read(catalogue), new SplittableRandom(seed), rows);
    FeedWriter.write(composer.compose(rows), out, encoding, lineEnd);
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      var name = args[i].replaceFirst("^--", "");
      if (name.equals("crlf")) {
        options.put(name, "yes");
      } else if (OPTIONS.contains(name) && i + 1 < args.length) {
        options.put(name, args[++i]);
      } else {
        throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    return options;
  }
}
