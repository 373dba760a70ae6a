package org.insignia.openbadges.pdf;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of PDF (ISO 32000-2, 7.3), as far as attachments need them. */
sealed interface PdfValue {

  /** A number; fractions are cut off. */
  record Whole(long value) implements PdfValue {}

  /** A name, without its slash and with its escapes undone. */
  record Name(String value) implements PdfValue {}

  /** A string; what it says is never needed. */
  record Text() implements PdfValue {}

  /** A keyword: {@code true}, {@code null}, {@code endobj} and their like. */
  record Word(String value) implements PdfValue {}

  /** Elements in order. */
  record Elements(List<PdfValue> values) implements PdfValue {}

  /** The number of an object that stands elsewhere. */
  record Reference(int number) implements PdfValue {}

  /** Members by name. */
  record Dictionary(Map<String, PdfValue> members) implements PdfValue {
    static final Dictionary EMPTY = new Dictionary(Map.of());

    @Nullable PdfValue get(String name) {
      return members.get(name);
    }

    /** Whether the member is this name. */
    boolean is(String member, String name) {
      return members.get(member) instanceof Name n && n.value().equals(name);
    }
  }

  /**
   * A dictionary with bytes behind it.
   *
   * @param from where they begin in the file
   */
  record Stream(Dictionary dictionary, int from) implements PdfValue {}
}
