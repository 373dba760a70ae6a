package org.insignia.server.transcripts.share.web;

import java.util.List;
import org.insignia.server.accounts.door.Problems;

/**
 * The form of a new share.
 *
 * @param hasAddress whether the earner told a postal address
 * @param times keys of how long it may last
 */
public record NewSharePage(
    ShareForm form,
    List<Choice> choices,
    boolean hasAddress,
    List<String> times,
    Problems problems) {
  public NewSharePage {
    choices = List.copyOf(choices);
    times = List.copyOf(times);
  }
}
