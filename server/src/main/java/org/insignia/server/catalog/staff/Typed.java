package org.insignia.server.catalog.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into fields, without what cannot be seen or turns letters around. */
public final class Typed {
  private static final int LONGEST = 20_000;

  private Typed() {}

  /** One line; empty where the field is not there. */
  public static String line(MultiValueMap<String, String> form, String field) {
    return line(form.getFirst(field));
  }

  /** One line of what was typed; empty for nothing. */
  public static String line(@Nullable String typed) {
    return plain(typed).replaceAll("[\\p{Cc}\\s]+", " ").strip();
  }

  /** Several lines, each ended by a line feed. */
  public static String text(MultiValueMap<String, String> form, String field) {
    return plain(form.getFirst(field))
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cc}&&[^\\n\\t]]+", "")
        .strip();
  }

  /** All fields of a name, as lines. */
  public static List<String> lines(MultiValueMap<String, String> form, String field) {
    var all = form.get(field);
    return all == null ? List.of() : all.stream().map(Typed::line).toList();
  }

  /** In code points, as people count. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String plain(@Nullable String typed) {
    var text = typed == null ? "" : typed;
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return cut.replaceAll("[\\u202a-\\u202e\\u2066-\\u2069\\p{Cs}]", "");
  }
}
