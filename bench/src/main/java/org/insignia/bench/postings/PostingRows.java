package org.insignia.bench.postings;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.Deflater;

/**
 * Writes invented postings as rows of the server's tables, for {@code copy}: what an import of the
 * same postings comes to, in a fiftieth of the time, to measure what reads them. Arguments: folder
 * (gets {@code posting}, {@code entry} and {@code label}), how many, the day they are looked at,
 * the feed's id, the version of the table of skills, the first number and revision that are free,
 * and {@code id=name} of each skill, the most asked for first.
 */
public final class PostingRows {
  private static final int TEXTS = 500;
  private static final int SHIFT = 6;

  private final LocalDate today;
  private final String feed;
  private final String version;
  private final long first;
  private final List<String> texts;
  private final Set<String> employers = new TreeSet<>();
  private final Set<String> titles = new TreeSet<>();

  private PostingRows(String[] arguments) {
    this.today = LocalDate.parse(arguments[2]);
    this.feed = arguments[3];
    this.version = arguments[4];
    this.first = Long.parseLong(arguments[5]);
    var words = new Random(10);
    this.texts =
        java.util.stream.Stream.generate(() -> packed(PostingFile.text(words)))
            .limit(TEXTS)
            .toList();
  }

  public static void main(String[] arguments) throws IOException {
    var rows = new PostingRows(arguments);
    var skills = List.of(arguments).subList(SHIFT, arguments.length);
    rows.write(
        Path.of(arguments[0]), new PostingGenerator(9, skills), Integer.parseInt(arguments[1]));
  }

  private void write(Path folder, PostingGenerator generator, int count) throws IOException {
    try (var postings = file(folder, "posting");
        var entries = file(folder, "entry");
        var labels = file(folder, "label")) {
      for (int i = 0; i < count; i++) {
        var posting = generator.next();
        var id =
            UUID.nameUUIDFromBytes(
                ("posting " + posting.number()).getBytes(StandardCharsets.UTF_8));
        line(postings, posting(posting, id));
        long number = first + i;
        line(entries, List.of(id, number, number, list(names(posting, 0)), version));
        employers.add(posting.employer());
        titles.add(posting.title());
      }
      for (var employer : employers) {
        line(labels, List.of("EMPLOYER", employer.toLowerCase(Locale.ROOT), employer));
      }
      for (var title : titles) {
        line(labels, List.of("TITLE", title.toLowerCase(Locale.ROOT), title));
      }
    }
  }

  private List<?> posting(InventedPosting of, UUID id) {
    boolean paid = of.low() > 0;
    var none = "\\N";
    return List.of(
        id,
        feed,
        of.number(),
        of.number(),
        of.number(),
        of.title(),
        of.employer(),
        of.employer().toLowerCase(Locale.ROOT),
        of.city(),
        list(List.of(of.country() + "|" + of.region() + "|" + of.city())),
        of.remote() ? "REMOTE" : none,
        paid ? of.low() : none,
        paid ? of.high() : none,
        paid ? of.currency() : none,
        paid ? "YEAR" : none,
        of.seniority().equals("UNSTATED") ? none : of.seniority(),
        today.minusDays(of.daysAgo()) + "T00:00:00Z",
        today + "T00:00:00Z",
        today + "T00:00:00Z",
        "https://jobs.example/" + of.number(),
        list(names(of, 1)),
        texts.get(of.number() % TEXTS));
  }

  /** The ids (0) or names (1) of what a posting asks for. */
  private static List<String> names(InventedPosting posting, int part) {
    return posting.skills().stream().map(skill -> skill.split("=", 2)[part]).toList();
  }

  private static String list(List<String> values) {
    return "{\"" + String.join("\",\"", values) + "\"}";
  }

  /** Deflated, as the server keeps texts. */
  private static String packed(String text) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      var out = new byte[4096];
      int size = deflater.deflate(out);
      return "\\\\x" + HexFormat.of().formatHex(out, 0, size);
    } finally {
      deflater.end();
    }
  }

  private static BufferedWriter file(Path folder, String name) throws IOException {
    return Files.newBufferedWriter(folder.resolve(name));
  }

  private static void line(BufferedWriter file, List<?> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      file.write(i == 0 ? "" : "\t");
      file.write(values.get(i).toString());
    }
    file.write('\n');
  }
}
