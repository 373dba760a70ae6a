package org.insignia.openbadges.schema;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.function.ToIntFunction;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.schema.Schema.Rule;

/** The keywords that compare a value, or how much of it there is, with a number. */
final class BoundRules {
  /** No upper bound. */
  static final BigDecimal NONE = BigDecimal.valueOf(Integer.MAX_VALUE);

  private BoundRules() {}

  static Rule least(BigDecimal bound, String keyword) {
    int smallest = keyword.startsWith("exclusive") ? 1 : 0;
    return (value, findings) -> {
      if (value instanceof JsonNumber n && decimal(n).compareTo(bound) < smallest) {
        findings.problem("is under the " + keyword + " of " + bound.toPlainString());
      }
    };
  }

  static Rule most(BigDecimal bound, String keyword) {
    int largest = keyword.startsWith("exclusive") ? -1 : 0;
    return (value, findings) -> {
      if (value instanceof JsonNumber n && decimal(n).compareTo(bound) > largest) {
        findings.problem("is over the " + keyword + " of " + bound.toPlainString());
      }
    };
  }

  static Rule multipleOf(BigDecimal divisor) {
    if (divisor.signum() <= 0 || Math.abs(divisor.scale()) > 20) {
      throw new UnknownRule("multipleOf that is no small positive number");
    }
    return (value, findings) -> {
      if (value instanceof JsonNumber n && decimal(n).remainder(divisor).signum() != 0) {
        findings.problem("is no multiple of " + divisor.toPlainString());
      }
    };
  }

  /** As doubles are: a literal may name a number of a million digits. */
  private static BigDecimal decimal(JsonNumber number) {
    return BigDecimal.valueOf(number.doubleValue());
  }

  static Rule length(BigDecimal least, BigDecimal most) {
    return count(
        "characters",
        least,
        most,
        value ->
            value instanceof JsonString s ? s.value().codePointCount(0, s.value().length()) : -1);
  }

  static Rule items(BigDecimal least, BigDecimal most) {
    return count(
        "elements", least, most, value -> value instanceof JsonArray a ? a.elements().size() : -1);
  }

  static Rule members(BigDecimal least, BigDecimal most) {
    return count(
        "members", least, most, value -> value instanceof JsonObject o ? o.members().size() : -1);
  }

  /**
   * @param size negative where the rule says nothing about the value
   */
  private static Rule count(
      String what, BigDecimal least, BigDecimal most, ToIntFunction<JsonValue> size) {
    return (value, findings) -> {
      int there = size.applyAsInt(value);
      if (there >= 0 && BigDecimal.valueOf(there).compareTo(least) < 0) {
        findings.problem("has fewer than " + least.toPlainString() + " " + what);
      } else if (there >= 0 && BigDecimal.valueOf(there).compareTo(most) > 0) {
        findings.problem("has more than " + most.toPlainString() + " " + what);
      }
    };
  }

  static Rule unique(JsonValue argument) {
    boolean asked = argument instanceof JsonBoolean b && b.value();
    return (value, findings) -> {
      if (asked
          && value instanceof JsonArray array
          && new HashSet<>(array.elements()).size() < array.elements().size()) {
        findings.problem("has an element twice");
      }
    };
  }

  static Rule contains(Schema schema, BigDecimal least, BigDecimal most) {
    return (value, findings) -> {
      if (!(value instanceof JsonArray array)) {
        return;
      }
      BigDecimal fitting =
          BigDecimal.valueOf(
              array.elements().stream().filter(e -> schema.accepts(e, findings)).count());
      if (fitting.compareTo(least) < 0) {
        findings.problem("lacks an element that must be there");
      } else if (fitting.compareTo(most) > 0) {
        findings.problem("has too many elements of a kind");
      }
    };
  }
}
