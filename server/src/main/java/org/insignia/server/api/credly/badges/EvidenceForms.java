package org.insignia.server.api.credly.badges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Refusal;

/** Reads evidence as clients send it, each kind with its own members. */
final class EvidenceForms {
  private static final int MOST = 20;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_TEXT = 2_000;

  private EvidenceForms() {}

  /** What is kept of it, to be answered as it was said. */
  static List<Map<String, Object>> read(Asked asked) {
    var all = asked.list("evidence");
    if (all.size() > MOST) {
      throw Refusal.invalid("Validation failed: Evidence is limited to " + MOST + " items");
    }
    return all.stream().map(EvidenceForms::one).toList();
  }

  private static Map<String, Object> one(Asked asked) {
    var kind = asked.text("type").orElse(asked.has("value") ? "UrlEvidence" : "PlainTextEvidence");
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("type", kind);
    switch (kind) {
      case "UrlEvidence" -> {
        put(kept, asked, "name", LONGEST_LINE);
        put(kept, asked, "description", LONGEST_TEXT);
        put(kept, asked, "value", LONGEST_TEXT);
        if (!kept.containsKey("value")) {
          throw Refusal.invalid("Validation failed: Evidence value can't be blank");
        }
      }
      case "IdEvidence" -> {
        put(kept, asked, "title", LONGEST_LINE);
        put(kept, asked, "description", LONGEST_TEXT);
        put(kept, asked, "id", LONGEST_LINE);
      }
      case "KvPairEvidence" -> {
        put(kept, asked, "title", LONGEST_LINE);
        kept.put(
            "values", asked.list("values").stream().limit(MOST).map(EvidenceForms::pair).toList());
      }
      case "PlainTextEvidence", "FileEvidence" -> {
        put(kept, asked, "title", LONGEST_LINE);
        put(kept, asked, "description", LONGEST_TEXT);
      }
      default ->
          throw Refusal.invalid("Validation failed: Evidence type is not included in the list");
    }
    return kept;
  }

  private static Map<String, Object> pair(Asked asked) {
    Map<String, Object> kept = new LinkedHashMap<>();
    put(kept, asked, "key", LONGEST_LINE);
    put(kept, asked, "value", LONGEST_TEXT);
    put(kept, asked, "url", LONGEST_TEXT);
    return kept;
  }

  private static void put(Map<String, Object> kept, Asked asked, String name, int longest) {
    asked
        .text(name)
        .ifPresent(text -> {
          if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("Validation failed: Evidence " + name + " is too long");
          }
          kept.put(name, text);
        });
  }

  /** The first address among it, for the signed badge; empty where there is none. */
  static String address(List<Map<String, Object>> evidence) {
    return evidence.stream()
        .map(e -> e.get("value"))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse("");
  }

  /** All of it in words, for the signed badge. */
  static String words(List<Map<String, Object>> evidence) {
    var address = address(evidence);
    List<String> lines = new ArrayList<>();
    for (var one : evidence) {
      var line =
          one.entrySet().stream()
              .filter(e -> !e.getKey().equals("type") && e.getValue() instanceof String)
              .map(e -> e.getValue().toString())
              .filter(v -> !v.equals(address))
              .distinct()
              .toList();
      lines.add(String.join(": ", line));
      if (one.get("values") instanceof List<?> pairs) {
        for (var pair : pairs) {
          lines.add(
              String.join(
                  ": ", ((Map<?, ?>) pair).values().stream().map(Object::toString).toList()));
        }
      }
    }
    var text = String.join("\n", lines.stream().filter(l -> !l.isEmpty()).toList());
    return text.length() <= 4_000 ? text : text.substring(0, 4_000);
  }
}
