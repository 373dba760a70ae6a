package org.insignia.server.api.vcapi;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Report;

/**
 * What an instance answers about a document.
 *
 * @param errors what speaks against it; empty where it is verified
 * @param warnings what was found beside the checks that were asked for
 */
public record Judgement(Report report, List<Finding> errors, List<Finding> warnings) {
  public Judgement {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /** A copy with one more that speaks against it. */
  Judgement and(Finding error) {
    var more = new ArrayList<>(errors);
    more.add(error);
    return new Judgement(report, more, warnings);
  }

  /** Whether nothing speaks against it. */
  public boolean verified() {
    return errors.isEmpty();
  }
}
