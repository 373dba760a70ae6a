package org.insignia.bench.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A feed and its answers.
 *
 * @param lines in the order of the file
 * @param awards what must have been earned in the end, by candidate record
 * @param proposals pairs of records of one person that must be proposed for merging
 * @param apart pairs of records of different people that must not be
 * @param merged what the two records of a proposal earn together
 */
record Feed(
    List<Line> lines,
    Map<Record, Map<String, Instant>> awards,
    List<Pair> proposals,
    List<Pair> apart,
    Map<Pair, Map<String, Instant>> merged) {

  /** A candidate record's name. */
  record Record(String provider, String candidate) {
    static Record of(Person person) {
      return new Record(person.provider(), person.candidate());
    }
  }

  /** Two records. */
  record Pair(Record one, Record other) {}
}
