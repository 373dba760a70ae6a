package org.insignia.server.catalog;

import java.util.List;
import org.insignia.server.catalog.model.Entry.Kind;
import org.insignia.server.catalog.source.SourceProblem;

/**
 * What an import did. Every entry that the files speak of is in exactly one of the lists.
 *
 * @param number of the catalogue version after it
 * @param retired got a retirement date that was not known before
 * @param changed other facts, requirements or texts
 * @param problems in the order found; at most as many as are worth reading
 * @param refused rows and files left out, also those not listed
 * @param notices rows taken that somebody should look at
 * @param exams in the catalogue afterwards
 * @param certifications in the catalogue afterwards
 */
public record ImportReport(
    int number,
    List<Item> added,
    List<Item> changed,
    List<Renamed> renamed,
    List<Item> retired,
    List<Item> unchanged,
    List<SourceProblem> problems,
    int refused,
    int notices,
    int exams,
    int certifications) {
  public ImportReport {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    renamed = List.copyOf(renamed);
    retired = List.copyOf(retired);
    unchanged = List.copyOf(unchanged);
    problems = List.copyOf(problems);
  }

  /** An entry by its present uid. */
  public record Item(Kind kind, String uid) {}

  /** An entry that goes by another uid now. */
  public record Renamed(Kind kind, String from, String to) {}
}
