package org.insignia.server.insights.feed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a run ended as it did: a text key and what goes into the text. */
public record Reason(Code code, List<String> args) {
  private static final String CUT = "\u001f";

  /** Nothing to say. */
  public static final Reason NONE = of(Code.NONE);

  public Reason {
    args = List.copyOf(args);
  }

  /** What there is to say. */
  public enum Code {
    NONE,
    /** The status. */
    DECLINED,
    NO_ANSWER,
    TOO_LARGE,
    /** We do not ask such an address. */
    NOT_ASKED,
    /** What was wrong, in English. */
    UNREADABLE,
    NOTHING_IN_IT,
    /** How many. */
    ALL_REFUSED,
    /** How many, of how many. */
    MANY_REFUSED,
    /** How many now, how many before. */
    DROP,
    /** Where the next page would lie. */
    NEXT_ELSEWHERE,
    NEXT_AGAIN,
    /** How many were read. */
    MORE_PAGES,
    /** How many, of how many. */
    PAGES_MISSING,
    /** The server was stopped, or another took over. */
    INTERRUPTED
  }

  static Reason of(Code code, Object... args) {
    return new Reason(code, Arrays.stream(args).map(Reason::plain).toList());
  }

  private static String plain(Object arg) {
    var text = arg.toString().replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ");
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  String pack() {
    return code == Code.NONE
        ? ""
        : Stream.concat(Stream.of(code.name()), args.stream()).collect(Collectors.joining(CUT));
  }

  static Reason unpack(String packed) {
    if (packed.isEmpty()) {
      return NONE;
    }
    var parts = Arrays.asList(packed.split(CUT, -1));
    return new Reason(Code.valueOf(parts.getFirst()), parts.subList(1, parts.size()));
  }

  /** In English, for reports of commands and logs. */
  @Override
  public String toString() {
    return (code + " " + String.join(", ", args)).strip();
  }
}
