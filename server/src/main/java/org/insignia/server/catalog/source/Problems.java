package org.insignia.server.catalog.source;

import java.util.ArrayList;
import java.util.List;
import org.insignia.server.catalog.source.Fact.Origin;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.insignia.server.catalog.source.SourceProblem.Severity;

/** What was found wrong, in order; beyond the limit only counted. */
public final class Problems {
  private final List<SourceProblem> list = new ArrayList<>();
  private final int limit;
  private int refused;
  private int notices;

  Problems(int limit) {
    this.limit = limit;
  }

  /** An empty list of the usual length. */
  public Problems() {
    this(Limits.USUAL.problems());
  }

  public void add(Origin origin, Reason reason, String detail) {
    SourceProblem problem = new SourceProblem(origin.file(), origin.line(), reason, detail);
    if (problem.severity() == Severity.REFUSED) {
      refused++;
    } else {
      notices++;
    }
    if (list.size() < limit) {
      list.add(problem);
    }
  }

  public List<SourceProblem> list() {
    return List.copyOf(list);
  }

  /** How many rows, files or members were left out, also those beyond the list's end. */
  public int refused() {
    return refused;
  }

  public int notices() {
    return notices;
  }
}
