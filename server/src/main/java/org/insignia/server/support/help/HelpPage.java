package org.insignia.server.support.help;

import java.util.List;

/**
 * The help centre's front page.
 *
 * @param q what is looked for, as typed; empty: everything is shown
 * @param hits what has all its words
 */
public record HelpPage(String q, List<Shelves> shelves, List<Hit> hits) {
  public HelpPage {
    shelves = List.copyOf(shelves);
    hits = List.copyOf(hits);
  }

  /** Articles that belong together. */
  public record Shelves(String key, List<Link> links) {
    public Shelves {
      links = List.copyOf(links);
    }
  }

  /** An article by name. */
  public record Link(String path, String title, String summary) {}

  /** An article that fits, and the passage that fits best; empty where only its title does. */
  public record Hit(Link link, String passage) {}
}
