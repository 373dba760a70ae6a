package org.insignia.server.platform.i18n;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@link MessageFormat} pattern taken apart once. It says what the pattern says, to the letter,
 * and costs a fraction of it; a pattern with formats of its own is left to {@link MessageFormat}.
 */
final class Wording {
  private static final int UNGROUPED = 1000;

  private final String pattern;
  private final Locale locale;

  /** Literal texts and the arguments between them; null where the pattern is not that plain. */
  private final @Nullable List<Part> parts;

  private final int literals;

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Argument(int number, String braced) implements Part {}

  private Wording(String pattern, Locale locale, @Nullable List<Part> parts) {
    this.pattern = pattern;
    this.locale = locale;
    this.parts = parts;
    this.literals =
        parts == null
            ? 0
            : parts.stream().mapToInt(p -> p instanceof Literal l ? l.text().length() : 0).sum();
  }

  /**
   * @throws IllegalArgumentException if it is no pattern
   */
  static Wording of(String pattern, Locale locale) {
    var format = new MessageFormat(pattern, locale);
    for (var own : format.getFormatsByArgumentIndex()) {
      if (own != null) {
        return new Wording(pattern, locale, null);
      }
    }
    return new Wording(pattern, locale, apart(pattern));
  }

  /** Only braces with a bare number in them are left; quotes as MessageFormat reads them. */
  private static List<Part> apart(String pattern) {
    var parts = new ArrayList<Part>();
    var text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\'') {
        if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
          text.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == '{' && !quoted) {
        int end = pattern.indexOf('}', i);
        var number = pattern.substring(i + 1, end);
        parts.add(new Literal(text.toString()));
        text.setLength(0);
        parts.add(new Argument(Integer.parseInt(number), "{" + number + "}"));
        i = end;
      } else {
        text.append(c);
      }
    }
    parts.add(new Literal(text.toString()));
    return List.copyOf(parts);
  }

  /** The text with these in it. */
  String with(Object... args) {
    if (parts == null) {
      return new MessageFormat(pattern, locale).format(args);
    }
    var out = new StringBuilder(literals + 24 * args.length);
    for (var part : parts) {
      switch (part) {
        case Literal literal -> out.append(literal.text());
        case Argument argument ->
            out.append(
                argument.number() < args.length
                    ? said(args[argument.number()])
                    : argument.braced());
      }
    }
    return out.toString();
  }

  private String said(@Nullable Object argument) {
    return switch (argument) {
      case null -> "null";
      case String text -> text;
      // Up to here all our languages write a whole number alike, and nothing needs to be grouped.
      case Integer number when number >= 0 && number < UNGROUPED -> number.toString();
      case Long number when number >= 0 && number < UNGROUPED -> number.toString();
      case Number number -> NumberFormat.getInstance(locale).format(number);
      case java.util.Date date -> new MessageFormat("{0}", locale).format(new Object[] {date});
      default -> argument.toString();
    };
  }
}
