package org.insignia.server.insights.syntax;

import java.util.List;
import java.util.Map;

/** What stands at one place of a document, whatever its syntax. */
public sealed interface Value {
  /** The value of everything that is not there. */
  Value ABSENT = new Absent();

  /** Characters. */
  record Text(String text) implements Value {}

  /** A number, as written. */
  record Number(String literal) implements Value {}

  /** True or false. */
  record Flag(boolean value) implements Value {}

  /** Nothing there, or a null, or what is not a number. */
  record Absent() implements Value {}

  /** A list. */
  record Many(List<Value> values) implements Value {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** An item that cannot be read by itself, while the others can. */
  record Unfit(String why) implements Value {}

  /** Named values, in the order of the document. */
  record Fields(Map<String, Value> values) implements Value {}

  /** What stands under these names, one within the other. */
  default Value at(String... path) {
    Value here = this;
    for (var name : path) {
      here = here instanceof Fields(var values) ? values.getOrDefault(name, ABSENT) : ABSENT;
    }
    return here;
  }

  /** The first of these names under which something stands. */
  default Value first(String... names) {
    for (var name : names) {
      var found = at(name);
      if (!(found instanceof Absent) && !found.text().isBlank() || found instanceof Many) {
        return found;
      }
    }
    return ABSENT;
  }

  /** A text, number or flag as text; the text within an element that has more; else empty. */
  default String text() {
    return switch (this) {
      case Text(String text) -> text;
      case Number(String literal) -> literal;
      case Flag(boolean value) -> String.valueOf(value);
      case Fields(var values) when values.get("#text") instanceof Text(String text) -> text;
      case Fields fields -> "";
      case Many many -> "";
      case Unfit unfit -> "";
      case Absent absent -> "";
    };
  }

  /** The text under these names. */
  default String text(String... path) {
    return at(path).text();
  }

  /** Whether a flag is there and true. */
  default boolean isTrue() {
    return this instanceof Flag(boolean value) && value;
  }

  /** The values of a list; a single value is a list of one. */
  default List<Value> each() {
    return switch (this) {
      case Many(var values) -> values;
      case Absent absent -> List.of();
      default -> List.of(this);
    };
  }
}
