package org.insignia.server.results.held;

import java.util.List;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.ResultId;

/** Staff decided about held results; published in that transaction. */
public record ResultsDecided(
    OrganisationId organisation, Decision decision, List<ResultId> results) {
  public ResultsDecided {
    results = List.copyOf(results);
  }
}
