package org.insignia.server.api.credly.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which order a list is asked for: {@code sort=key1|-key2}. */
public record Sorts(List<Key> keys) {
  private static final int MOST = 4;

  public Sorts {
    keys = List.copyOf(keys);
  }

  /** One key of the order. */
  public record Key(String name, boolean descending) {}

  /** The order that this request means; unknown keys are looked over by who sorts. */
  public static Sorts of(HttpServletRequest request) {
    var text = Objects.requireNonNullElse(Parameters.first(request, "sort"), "");
    return new Sorts(
        Arrays.stream(text.split("[|,]"))
            .map(String::strip)
            .filter(k -> !k.isEmpty() && !k.equals("-"))
            .limit(MOST)
            .map(k -> new Key(k.replaceFirst("^-", ""), k.startsWith("-")))
            .toList());
  }

  /** One order made of these by name; the last decides where all others see no difference. */
  public <T> Comparator<T> comparing(Map<String, Comparator<T>> known, Comparator<T> last) {
    Comparator<T> order = null;
    for (var key : keys) {
      var by = known.get(key.name());
      if (by != null) {
        var one = key.descending() ? by.reversed() : by;
        order = order == null ? one : order.thenComparing(one);
      }
    }
    return order == null ? last : order.thenComparing(last);
  }
}
