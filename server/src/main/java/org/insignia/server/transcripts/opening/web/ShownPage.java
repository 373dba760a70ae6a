package org.insignia.server.transcripts.opening.web;

import java.time.Instant;
import java.util.List;
import org.insignia.server.transcripts.record.Transcript;

/**
 * A transcript as it was shared.
 *
 * @param path of this page
 * @param until when this browser has to show the code again
 * @param data whether it may be taken as data, too
 * @param records who signed each of the records that can be taken
 */
public record ShownPage(
    Transcript transcript, String path, Instant until, boolean data, List<String> records) {
  public ShownPage {
    records = List.copyOf(records);
  }
}
