package org.insignia.openbadges.rdf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.insignia.openbadges.json.Bytes;

/**
 * A dataset in canonical form.
 *
 * @param lines canonical statements in code point order, each with its line feed
 * @param labels from the labels of the blank nodes that came in to the canonical ones ({@code
 *     c14n0}), both without {@code _:}, in the order of issue
 */
public record CanonicalDataset(List<Bytes> lines, SequencedMap<String, String> labels) {
  public CanonicalDataset {
    lines = List.copyOf(lines);
    labels = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(labels));
  }

  /** The lines one after the other. */
  public Bytes nquads() {
    int length = 0;
    for (Bytes line : lines) {
      length += line.size();
    }
    byte[] all = new byte[length];
    int at = 0;
    for (Bytes line : lines) {
      System.arraycopy(line.view(), 0, all, at, line.size());
      at += line.size();
    }
    return Bytes.wrap(all);
  }
}
