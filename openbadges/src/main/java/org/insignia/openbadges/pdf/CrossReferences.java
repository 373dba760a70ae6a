package org.insignia.openbadges.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the objects of a file stand, by its cross-reference tables and streams, the newest first
 * (ISO 32000-2, 7.5.4 to 7.5.8).
 */
final class CrossReferences {
  private static final int MOST_OBJECTS = 100_000;
  private static final int MOST_SECTIONS = 200;
  private static final int TAIL = 2_048;

  /** Where one object stands. */
  sealed interface Entry {
    /** By itself. */
    record At(int offset) implements Entry {}

    /** As one of several in an object stream. */
    record Inside(int stream, int index) implements Entry {}

    /** Nowhere any more. */
    record Free() implements Entry {}
  }

  private final byte[] bytes;
  private final Effort effort;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private final Deque<Integer> sections = new ArrayDeque<>();
  private final Set<Integer> seen = new HashSet<>();
  private @Nullable PdfValue root;
  private boolean encrypted;

  CrossReferences(byte[] bytes, Effort effort) {
    this.bytes = bytes;
    this.effort = effort;
  }

  @Nullable Entry entry(int number) {
    return entries.get(number);
  }

  Set<Integer> numbers() {
    return entries.keySet();
  }

  @Nullable PdfValue root() {
    return root;
  }

  boolean encrypted() {
    return encrypted;
  }

  void put(int number, Entry entry) {
    if (entries.size() >= MOST_OBJECTS) {
      throw PdfParser.broken("more than " + MOST_OBJECTS + " objects");
    }
    entries.putIfAbsent(number, entry);
  }

  /** Follows the sections from the last one, which the end of the file names. */
  void load() {
    sections.add(start());
    while (!sections.isEmpty()) {
      int offset = sections.removeFirst();
      if (seen.add(offset)) {
        if (seen.size() > MOST_SECTIONS) {
          throw PdfParser.broken("more than " + MOST_SECTIONS + " sections");
        }
        section(offset);
      }
    }
  }

  private int start() {
    int tail = Math.max(0, bytes.length - TAIL);
    int at =
        new String(bytes, tail, bytes.length - tail, StandardCharsets.ISO_8859_1)
            .lastIndexOf("startxref");
    if (at < 0) {
      throw PdfParser.broken("no startxref");
    }
    return new PdfParser(bytes, tail + at + "startxref".length(), effort).whole();
  }

  private void section(int offset) {
    var parser = new PdfParser(bytes, offset, effort);
    if (parser.skip("xref")) {
      while (!parser.skip("trailer")) {
        table(parser);
      }
      if (!(parser.value() instanceof PdfValue.Dictionary trailer)) {
        throw PdfParser.broken("no trailer");
      }
      trailer(trailer);
    } else if (parser.object(-1) instanceof PdfValue.Stream stream
        && stream.dictionary().is("Type", "XRef")) {
      stream(stream);
      trailer(stream.dictionary());
    } else {
      throw PdfParser.broken("no cross references where they must be");
    }
  }

  private void table(PdfParser parser) {
    int first = parser.whole();
    int count = parser.whole();
    for (int i = 0; i < count; i++) {
      int offset = parser.whole();
      parser.whole();
      put(first + i, parser.skip("n") ? new Entry.At(offset) : free(parser));
    }
  }

  private static Entry free(PdfParser parser) {
    if (!parser.skip("f")) {
      throw PdfParser.broken("an entry that is neither used nor free");
    }
    return new Entry.Free();
  }

  private void stream(PdfValue.Stream stream) {
    PdfValue.Dictionary dictionary = stream.dictionary();
    int[] widths = wholes(dictionary.get("W"));
    int[] index =
        dictionary.get("Index") == null
            ? new int[] {0, wholes(dictionary.get("Size"))[0]}
            : wholes(dictionary.get("Index"));
    if (widths.length != 3 || widths[0] > 4 || widths[1] > 8 || widths[2] > 4) {
      throw PdfParser.broken("cross references of an unknown width");
    }
    byte[] rows =
        new PdfStreams(bytes, effort)
            .content(
                stream,
                dictionary.get("Length") instanceof PdfValue.Whole w ? (int) w.value() : null);
    int at = 0;
    int width = widths[0] + widths[1] + widths[2];
    for (int range = 0; range + 1 < index.length; range += 2) {
      for (int i = 0; i < index[range + 1] && at + width <= rows.length && width > 0; i++) {
        long kind = widths[0] == 0 ? 1 : field(rows, at, widths[0]);
        long second = field(rows, at + widths[0], widths[1]);
        long third = field(rows, at + widths[0] + widths[1], widths[2]);
        put(index[range] + i, entry(kind, second, third));
        at += width;
      }
    }
  }

  private static Entry entry(long kind, long second, long third) {
    boolean small = second >= 0 && second <= Integer.MAX_VALUE && third <= Integer.MAX_VALUE;
    if (kind == 1 && small) {
      return new Entry.At((int) second);
    }
    return kind == 2 && small ? new Entry.Inside((int) second, (int) third) : new Entry.Free();
  }

  private static long field(byte[] rows, int from, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | rows[from + i] & 0xff;
    }
    return value;
  }

  private static int[] wholes(@Nullable PdfValue value) {
    List<PdfValue> values = PdfStreams.listed(value);
    if (values.isEmpty() || values.size() > 10_000) {
      throw PdfParser.broken("cross references without their widths");
    }
    return values.stream()
        .mapToInt(v -> {
          if (v instanceof PdfValue.Whole number
              && number.value() >= 0
              && number.value() < 1 << 30) {
            return (int) number.value();
          }
          throw PdfParser.broken("cross references with a width that is no number");
        })
        .toArray();
  }

  /** What the end of a section says; the newest section comes first and wins. */
  void trailer(PdfValue.Dictionary trailer) {
    root = root == null ? trailer.get("Root") : root;
    PdfValue encryption = trailer.get("Encrypt");
    encrypted |= encryption != null && !encryption.equals(new PdfValue.Word("null"));
    for (String name : List.of("XRefStm", "Prev")) {
      if (trailer.get(name) instanceof PdfValue.Whole offset) {
        sections.add((int) Math.min(offset.value(), Integer.MAX_VALUE));
      }
    }
  }
}
