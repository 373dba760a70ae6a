package org.insignia.server.authorisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The file {@code authorisation/capabilities.txt}.
 *
 * @param reasons by their word
 * @param routes method and pattern of each, with operations that do the same, or {@code !} and the
 *     word of a reason
 */
record Capabilities(Map<String, Reason> reasons, Map<String, List<String>> routes) {
  /** Why programs cannot do it. */
  record Reason(String what, String why) {}

  static Capabilities read() {
    Map<String, Reason> reasons = new LinkedHashMap<>();
    Map<String, List<String>> routes = new LinkedHashMap<>();
    try (var in = Capabilities.class.getResourceAsStream("/authorisation/capabilities.txt")) {
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(line -> {
            // patterns of paths have bars without blanks
            var cells = List.of(line.split(" \\| ", -1));
            boolean isNew =
                cells.size() == 3 && cells.getFirst().startsWith("!")
                    ? reasons.put(
                            cells.getFirst().substring(1), new Reason(cells.get(1), cells.get(2)))
                        == null
                    : cells.size() == 2
                        && routes.put(cells.getFirst(), List.of(cells.get(1).split(" ", -1)))
                            == null;
            if (!isNew) {
              throw new IllegalStateException("not understood, or twice: " + line);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Capabilities(reasons, routes);
  }
}
