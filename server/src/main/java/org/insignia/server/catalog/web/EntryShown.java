package org.insignia.server.catalog.web;

/**
 * An entry on its page.
 *
 * @param byHand whether staff keeps it, so that imports leave it as it is
 * @param done what was just done, a text key; empty if nothing
 */
public record EntryShown(EntryPage entry, boolean byHand, boolean mayChange, String done) {
  /** Where it is changed. */
  public String edit() {
    return "/console/"
        + entry.slug()
        + "/catalogue/"
        + (entry.certification() ? "certification" : "exam")
        + "?uid="
        + java.net.URLEncoder.encode(entry.uid(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
