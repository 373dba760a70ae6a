package org.insignia.server.catalog.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.insignia.server.catalog.source.Fact.Origin;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Members of one row, read by what they must be; what is not so refuses the row or is noted. */
final class Fields {
  private static final Set<String> PLACEHOLDERS = Set.of("none", "null", "n/a", "-", "tbd");
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final JsonNode row;
  private final Origin origin;
  private final Problems problems;

  Fields(JsonNode row, Origin origin, Problems problems) {
    this.row = row;
    this.origin = origin;
    this.problems = problems;
  }

  Origin origin() {
    return origin;
  }

  boolean has(String member) {
    return row.has(member);
  }

  @Nullable JsonNode node(String member) {
    JsonNode node = row.get(member);
    return node == null || node.isNull() ? null : node;
  }

  String required(String member) {
    String text = text(member);
    if (text == null || text.isBlank()) {
      throw new Unusable(Reason.MISSING_MEMBER, member);
    }
    return text;
  }

  /** A stripped text; null where absent. */
  @Nullable String text(String member) {
    JsonNode node = node(member);
    if (node == null) {
      return null;
    }
    if (!node.isString() && !node.isNumber()) {
      throw new Unusable(Reason.WRONG_TYPE, member + ": " + node.getNodeType());
    }
    return node.asString().strip();
  }

  String textOr(String member, String otherwise) {
    String text = text(member);
    return text == null ? otherwise : text;
  }

  /** Strings, or the {@code uid} of objects; a placeholder as "none" is left out and noted. */
  List<String> texts(String member) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items(member)) {
      JsonNode text = item.isObject() ? inner(item) : item;
      if (text == null || !(text.isString() || text.isNumber())) {
        throw new Unusable(Reason.WRONG_TYPE, member + ": " + item.getNodeType());
      }
      String value = text.asString().strip();
      if (isPlaceholder(value)) {
        note(Reason.PLACEHOLDER, member + ": " + value);
      } else if (!value.isEmpty() && !texts.contains(value)) {
        texts.add(value);
      }
    }
    return texts;
  }

  private static @Nullable JsonNode inner(JsonNode item) {
    JsonNode related = item.get("related");
    JsonNode holder = related == null ? item : related;
    JsonNode uid = holder.get("uid");
    return uid == null ? holder.get("providerType") : uid;
  }

  List<JsonNode> items(String member) {
    JsonNode node = node(member);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw new Unusable(Reason.WRONG_TYPE, member + ": " + node.getNodeType());
    }
    return List.copyOf(node.values());
  }

  boolean flag(String member) {
    JsonNode node = node(member);
    if (node == null) {
      return false;
    }
    if (!node.isBoolean() && !node.isString()) {
      throw new Unusable(Reason.WRONG_TYPE, member + ": " + node.getNodeType());
    }
    return Boolean.parseBoolean(node.asString().strip());
  }

  int number(String member) {
    String text = text(member);
    if (text == null) {
      return 0;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Unusable(Reason.WRONG_TYPE, member + ": " + text, e);
    }
  }

  /**
   * A date as 2021-06-30 or 06/30/2021; null where absent, and, with a note, where it is no date.
   */
  @Nullable LocalDate date(String member) {
    String text = text(member);
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return text.indexOf('/') > 0 ? LocalDate.parse(text, AMERICAN) : LocalDate.parse(text);
    } catch (DateTimeException _) {
      note(Reason.NOT_A_DATE, member + ": " + text);
      return null;
    }
  }

  void note(Reason reason, String detail) {
    problems.add(origin, reason, detail);
  }

  private static boolean isPlaceholder(String text) {
    return PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT));
  }
}
