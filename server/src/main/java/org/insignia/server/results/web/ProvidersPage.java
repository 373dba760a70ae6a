package org.insignia.server.results.web;

import java.time.Instant;
import java.util.List;

/**
 * The delivery providers and the folders in which they lay files down.
 *
 * @param mayMake whether a folder can be made here
 * @param done the provider whose folder was made just now; empty for none
 */
public record ProvidersPage(
    String slug, String organisation, boolean mayMake, String done, List<Provider> providers) {
  public ProvidersPage {
    providers = List.copyOf(providers);
  }

  /**
   * One provider.
   *
   * @param state the end of a text key
   * @param lying what lies in the folder
   * @param files what was taken last
   */
  public record Provider(
      String id,
      String title,
      String folder,
      String tone,
      String state,
      List<Thing> lying,
      List<File> files) {
    public Provider {
      lying = List.copyOf(lying);
      files = List.copyOf(files);
    }
  }

  /** Something that lies in the folder; its state is the end of a text key. */
  public record Thing(String name, String state) {}

  /**
   * A file that was taken.
   *
   * @param outcome the end of a text key
   * @param kept where it lies now; empty while it could not be moved
   */
  public record File(
      String name, String path, String tone, String outcome, Instant taken, String kept) {}
}
