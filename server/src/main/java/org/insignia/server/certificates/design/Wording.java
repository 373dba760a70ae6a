package org.insignia.server.certificates.design;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words of a certificate in one language, with placeholders; an empty one means the product's
 * own.
 *
 * @param heading what it is
 * @param introduction stands above the name
 * @param statement stands between the name and the certification
 * @param closing stands below the certification
 */
public record Wording(String heading, String introduction, String statement, String closing) {
  /** All words are the product's. */
  public static final Wording NONE = new Wording("", "", "", "");

  /** The parts of a wording, with the length that still looks well. */
  public enum Part {
    HEADING(60),
    INTRODUCTION(160),
    STATEMENT(200),
    CLOSING(300);

    private final int longest;

    Part(int longest) {
      this.longest = longest;
    }

    /** Most characters. */
    public int longest() {
      return longest;
    }

    /** As it stands in names of fields and keys of texts. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Wording {
    heading = heading.strip();
    introduction = introduction.strip();
    statement = statement.strip();
    closing = closing.strip();
  }

  /** The words of a part. */
  public String of(Part part) {
    return switch (part) {
      case HEADING -> heading;
      case INTRODUCTION -> introduction;
      case STATEMENT -> statement;
      case CLOSING -> closing;
    };
  }

  /** Whether all of it is the product's. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Placeholders that nobody fills, as they were written, over all parts. */
  public List<String> unknownPlaceholders() {
    return Stream.of(Part.values()).flatMap(p -> Placeholder.unknownIn(of(p)).stream()).toList();
  }
}
