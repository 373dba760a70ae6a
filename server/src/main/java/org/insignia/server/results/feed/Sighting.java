package org.insignia.server.results.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;

/** What a file is, judged by its name and its first bytes. */
public sealed interface Sighting {
  /** How many first bytes are looked at: a header is within them. */
  int HEAD = RowReader.MAX_RECORD;

  /**
   * A readable table.
   *
   * @param position number of bytes before its first row
   * @param line number of the line on which that row begins
   */
  record Table(Layout layout, char separator, long position, long line) implements Sighting {}

  /** A file that a provider sends along and that says nothing about results. */
  record Skipped(Finding why) implements Sighting {}

  /** Nothing that can be read as results. */
  record Unusable(Finding why) implements Sighting {}

  /**
   * File types of Pearson VUE that are not results: confirmations, demographics, surveys, sections,
   * items.
   */
  Set<String> SKIPPED =
      Set.of("vcdc", "eac", "ead", "cand", "surv", "cmnt", "sect", "resp", "item");

  /** A Pearson VUE name: a type and whatever tells files apart. */
  Pattern PEARSON_NAME = Pattern.compile("([a-z].*)\\.dat(?:\\.txt)?");

  /**
   * Looks at a file.
   *
   * @param name the file's name, without folders
   * @param head its first bytes, at most {@link #HEAD}, from a byte-order mark on
   * @param encoding how the file's bytes are characters
   * @param provider whether it is known from elsewhere which provider sends the file
   */
  static Sighting of(String name, byte[] head, Encoding encoding, boolean provider) {
    var foreign = foreign(head);
    var pearson = PEARSON_NAME.matcher(name.toLowerCase(Locale.ROOT));
    if (!pearson.matches()) {
      return foreign == null ? table(head, encoding, null, provider) : new Unusable(foreign);
    }
    var type = type(pearson.group(1));
    if (SKIPPED.contains(type)) {
      return new Skipped(Finding.of("file.skipped-type", type));
    }
    if (foreign != null) {
      return new Unusable(foreign);
    }
    return switch (type) {
      case "exam" -> table(head, encoding, Form.PEARSON_EXAMS, provider);
      case "cdd" -> table(head, encoding, Form.PEARSON_CANDIDATES, provider);
      default ->
          table(head, encoding, null, provider) instanceof Table table
              ? table
              : new Unusable(Finding.of("file.unknown-type", type));
    };
  }

  /**
   * The first word of the name that is a type, wherever it stands; its first word where none is.
   */
  private static String type(String stem) {
    var words = List.of(stem.split("[^a-z]+"));
    return words.stream()
        .filter(w -> SKIPPED.contains(w) || w.equals("exam") || w.equals("cdd"))
        .findFirst()
        .orElse(words.getFirst());
  }

  private static Sighting table(
      byte[] head, Encoding encoding, @Nullable Form form, boolean provider) {
    int mark = markLength(head);
    var start =
        new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1).stripLeading();
    if (start.isEmpty()) {
      return new Unusable(Finding.of(head.length < HEAD ? "file.empty" : "file.blank"));
    }
    char separator = Layout.separator(start.lines().findFirst().orElse(""));
    try {
      var bytes = new ByteArrayInputStream(head, mark, head.length - mark);
      var reader = new RowReader(bytes, separator, encoding, mark, 1);
      return switch (reader.next()) {
        case RawRow.Cells c ->
            switch (Layout.read(c.cells(), form, provider)) {
              case Layout.Reading.Understood u ->
                  new Table(u.layout(), separator, reader.position(), reader.line());
              case Layout.Reading.Refused r -> new Unusable(r.why());
            };
        case RawRow.Broken b -> new Unusable(Finding.of("file.header-unreadable", b.why().code()));
        case null -> new Unusable(Finding.of("file.empty"));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private static int markLength(byte[] head) {
    return startsWith(head, "\u00ef\u00bb\u00bf") ? 3 : 0;
  }

  /** Kinds of files that are often taken for a table. */
  static @Nullable Finding foreign(byte[] head) {
    if (startsWith(head, "PK\u0003\u0004")) {
      return Finding.of("file.zip-inside");
    }
    if (startsWith(head, "\u00d0\u00cf\u0011\u00e0")) {
      return Finding.of("file.excel");
    }
    if (startsWith(head, "\u001f\u008b")) {
      return Finding.of("file.gzip");
    }
    if (startsWith(head, "%PDF-")) {
      return Finding.of("file.pdf");
    }
    var text = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
    var start =
        text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return Finding.of("file.html");
    }
    return start.startsWith("<?xml") ? Finding.of("file.xml") : null;
  }

  private static boolean startsWith(byte[] head, String latin1) {
    var magic = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= magic.length
        && java.util.Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
