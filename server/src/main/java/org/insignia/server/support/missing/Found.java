package org.insignia.server.support.missing;

import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.results.Finding;

/**
 * A cause that holds, with the values that decided.
 *
 * @param args exam labels, days as ISO dates, masked mailboxes; in the order of the text's
 *     placeholders
 */
public record Found(Cause cause, List<String> args) {
  public Found {
    args = List.copyOf(args);
  }

  /** Many as one text for a table's column; {@link #unpack} reads it. */
  public static String pack(List<Found> all) {
    return Finding.pack(
        all.stream().map(found -> new Finding(found.cause.name(), found.args)).toList());
  }

  /** What {@link #pack} wrote; causes that are no more are left out. */
  public static List<Found> unpack(String packed) {
    return Finding.unpack(packed).stream()
        .flatMap(finding ->
            Stream.of(Cause.values())
                .filter(cause -> cause.name().equals(finding.code()))
                .map(cause -> new Found(cause, finding.args())))
        .toList();
  }
}
