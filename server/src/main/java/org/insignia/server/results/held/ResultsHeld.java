package org.insignia.server.results.held;

import java.util.List;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.ResultId;

/** Results do not count until somebody decides; published in the transaction that says so. */
public record ResultsHeld(OrganisationId organisation, List<ResultId> results) {
  public ResultsHeld {
    results = List.copyOf(results);
  }
}
