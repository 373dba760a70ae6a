package org.insignia.server.transcripts.opening.web;

import java.time.Instant;
import java.util.List;
import org.insignia.server.transcripts.record.Transcript;

/**
 * A transcript as it was shared.
 *
 * @param path of this page
 * @param address lines of the postal address; empty where it is not shown
 * @param until when this browser has to show the code again
 * @param data whether it may be taken as data, too
 * @param issuers names of those whose signed records can be taken
 */
public record ShownPage(
    Transcript transcript,
    String path,
    List<String> address,
    Instant until,
    boolean data,
    List<String> issuers) {
  public ShownPage {
    address = List.copyOf(address);
    issuers = List.copyOf(issuers);
  }
}
