package org.insignia.server.api.credly.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts fields of forms together as their names say: {@code evidence[0][name]}, {@code skills[]},
 * {@code badge[recipient_email]}.
 */
final class Brackets {
  private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
  private static final Pattern STEP = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final int DEEPEST = 6;

  private final Map<String, Object> values = new LinkedHashMap<>();

  void put(String name, Object value) {
    var matched = NAME.matcher(name);
    if (!matched.matches()) {
      values.put(name, value);
      return;
    }
    List<String> path = new ArrayList<>(List.of(matched.group(1)));
    STEP.matcher(matched.group(2)).results().map(r -> r.group(1)).forEach(path::add);
    if (path.size() > DEEPEST) {
      throw Refusal.unreadable(name + ": too deep");
    }
    put(values, path, value);
  }

  private static void put(Map<String, Object> into, List<String> path, Object value) {
    var key = path.getFirst().isEmpty() ? next(into, path) : path.getFirst();
    if (path.size() == 1) {
      into.put(key, value);
      return;
    }
    Map<String, Object> inner = new LinkedHashMap<>();
    if (into.get(key) instanceof Map<?, ?> open) {
      open.forEach((name, known) -> inner.put(String.valueOf(name), known));
    }
    put(inner, path.subList(1, path.size()), value);
    into.put(key, inner);
  }

  /** Without a number a field goes on with the last thing, unless that has this field already. */
  private static String next(Map<String, Object> into, List<String> path) {
    int size = into.size();
    var last = Integer.toString(size - 1);
    boolean goesOn =
        path.size() > 1
            && into.get(last) instanceof Map<?, ?> open
            && !open.containsKey(path.get(1));
    return goesOn ? last : Integer.toString(size);
  }

  Map<String, Object> values() {
    return values;
  }
}
