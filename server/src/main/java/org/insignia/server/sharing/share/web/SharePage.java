package org.insignia.server.sharing.share.web;

import java.util.List;
import java.util.Map;
import org.insignia.server.sharing.counts.Reach.Sums;
import org.insignia.server.sharing.share.Standing;

/**
 * Everything its owner can do with a badge.
 *
 * @param path of this page; other addresses begin with it
 * @param certificate path of its certificate's page; empty where there is none to print
 * @param standing whether there is anything to share: only a badge that counts and is public
 * @param url the address that is shared
 * @param post what is offered to write
 * @param sizes sides of the plain picture, in pixels
 * @param shares where it was shared, as text key and count
 */
public record SharePage(
    String path,
    String badge,
    String certificate,
    String name,
    String picture,
    String issuer,
    String issuerPath,
    Standing standing,
    String url,
    String post,
    List<Target> targets,
    List<Integer> sizes,
    List<Snippet> snippets,
    Sums ever,
    Sums lately,
    Map<String, Long> shares,
    String accentSheet) {
  public SharePage {
    targets = List.copyOf(targets);
    sizes = List.copyOf(sizes);
    snippets = List.copyOf(snippets);
  }

  /** Whether it can be shared now. */
  public boolean isShareable() {
    return standing.isShareable();
  }

  /**
   * One place to share at.
   *
   * @param key stem of its text keys
   * @param address where the link leads: to our own address that counts and goes on, or to the mail
   *     program
   * @param tells what a script reports when the link is followed; empty where our address counts
   */
  public record Target(String key, String address, String tells) {
    /** Whether it leaves the page for another one. */
    public boolean isElsewhere() {
      return tells.isEmpty();
    }
  }

  /**
   * Something to paste.
   *
   * @param key stem of its text keys, and name of the field
   * @param code what is pasted
   * @param frame path of a page of ours that shows what becomes of it; empty where the preview is a
   *     picture
   * @param picture path of the picture it shows; empty where the preview is a frame
   * @param rich whether it is copied as it looks, too
   */
  public record Snippet(
      String key,
      String code,
      String frame,
      String picture,
      int width,
      int height,
      int lines,
      boolean rich) {}
}
