package org.insignia.server.results.web;

import java.time.Instant;
import java.util.List;

/**
 * The files that an organisation was sent, and the form for the next one.
 *
 * @param wrong whether the form came without a file
 * @param providers short names to choose from
 * @param earlier address of the page with newer files; empty on the first
 * @param later address of the page with older ones; empty on the last
 */
public record ResultsPage(
    String slug,
    String organisation,
    boolean mayUpload,
    boolean wrong,
    List<String> providers,
    List<File> files,
    String earlier,
    String later) {
  public ResultsPage {
    providers = List.copyOf(providers);
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param tone how the state is marked: good, warn, bad or none
   * @param from how it came, in words
   */
  public record File(
      String path,
      String name,
      String tone,
      String state,
      Instant received,
      String from,
      long accepted,
      long duplicates,
      long held,
      long refused) {}
}
