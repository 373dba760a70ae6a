package org.insignia.server.insights.posting;

/** What became of postings that were handed in. */
public record Taken(int added, int changed, int unchanged) {
  /** Nothing yet. */
  public static final Taken NOTHING = new Taken(0, 0, 0);

  /** Both together. */
  public Taken plus(Taken other) {
    return new Taken(added + other.added, changed + other.changed, unchanged + other.unchanged);
  }
}
