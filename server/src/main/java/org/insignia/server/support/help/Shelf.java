package org.insignia.server.support.help;

import java.util.List;

/**
 * Articles that belong together, in the order in which they are read.
 *
 * @param key text key of what they have in common
 */
public record Shelf(String key, List<String> slugs) {
  public Shelf {
    slugs = List.copyOf(slugs);
  }

  /** All of them. */
  static final List<Shelf> ALL =
      List.of(
          new Shelf(
              "help.shelf.badges",
              List.of("about-badges", "claiming", "auto-accept", "which-exams", "sharing")),
          new Shelf(
              "help.shelf.missing", List.of("missing", "test-centres", "retired-exams", "support")),
          new Shelf(
              "help.shelf.record",
              List.of("certificates", "transcript", "verifying", "labour-market")),
          new Shelf("help.shelf.account", List.of("account", "privacy", "cost-and-standard")),
          new Shelf(
              "help.shelf.console",
              List.of("console-first-steps", "console-issuing", "console-results")));
}
