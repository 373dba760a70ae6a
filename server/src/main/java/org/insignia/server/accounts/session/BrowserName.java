package org.insignia.server.accounts.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser says it is, in two words that its person knows; versions are left out. */
final class BrowserName {
  /** The first that fits counts: most programs also name the ones they descend from. */
  private static final List<List<String>> PROGRAMS =
      List.of(
          List.of("Edg", "Edge"),
          List.of("OPR/", "Opera"),
          List.of("SamsungBrowser", "Samsung Internet"),
          List.of("Vivaldi", "Vivaldi"),
          List.of("Firefox", "Firefox"),
          List.of("FxiOS", "Firefox"),
          List.of("CriOS", "Chrome"),
          List.of("Chrome", "Chrome"),
          List.of("Safari", "Safari"));

  private static final List<List<String>> SYSTEMS =
      List.of(
          List.of("Android", "Android"),
          List.of("iPhone", "iPhone"),
          List.of("iPad", "iPad"),
          List.of("Windows", "Windows"),
          List.of("Mac OS X", "macOS"),
          List.of("CrOS", "ChromeOS"),
          List.of("Linux", "Linux"));

  private BrowserName() {}

  static String of(@Nullable String userAgent) {
    if (userAgent == null) {
      return "";
    }
    var program = first(PROGRAMS, userAgent);
    var system = first(SYSTEMS, userAgent);
    return program.isEmpty() || system.isEmpty() ? program + system : program + ", " + system;
  }

  private static String first(List<List<String>> words, String userAgent) {
    return words.stream()
        .filter(w -> userAgent.contains(w.getFirst()))
        .map(List::getLast)
        .findFirst()
        .orElse("");
  }
}
