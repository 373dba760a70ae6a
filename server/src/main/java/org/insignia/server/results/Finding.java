package org.insignia.server.results;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that was found while reading, as a key and the values that decided.
 *
 * @param code for example {@code pass-below-mark}; its text is {@code results.finding.CODE}
 * @param args the values in the order of the text's placeholders, each at most 200 characters
 */
public record Finding(String code, List<String> args) {
  private static final int MAX_ARGUMENT = 200;
  private static final String UNIT = "\u001f";
  private static final String RECORD = "\u001e";

  public Finding {
    args = args.stream().map(Finding::fit).toList();
  }

  /** A finding with its values. */
  public static Finding of(String code, Object... args) {
    return new Finding(code, Arrays.stream(args).map(String::valueOf).toList());
  }

  /** Also drops what a table's text column cannot hold and what would break a line of a report. */
  private static String fit(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(MAX_ARGUMENT)
        .forEach(c -> shown.appendCodePoint(isUnfit(c) ? 0xFFFD : c));
    return shown.toString();
  }

  private static boolean isUnfit(int c) {
    return Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF);
  }

  /** Many findings as one text for a table's column; {@link #unpack} reads it. */
  public static String pack(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.args.isEmpty() ? f.code : f.code + UNIT + String.join(UNIT, f.args))
        .collect(Collectors.joining(RECORD));
  }

  /** What {@link #pack} wrote. */
  public static List<Finding> unpack(String packed) {
    if (packed.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(packed.split(RECORD, -1))
        .map(one -> List.of(one.split(UNIT, -1)))
        .map(parts -> new Finding(parts.getFirst(), parts.subList(1, parts.size())))
        .toList();
  }

  /** The key and its values, for logs and answers of the API. */
  @Override
  public String toString() {
    return args.isEmpty() ? code : code + " " + args;
  }
}
