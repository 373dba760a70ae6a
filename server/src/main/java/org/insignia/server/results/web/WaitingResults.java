package org.insignia.server.results.web;

import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Waiting;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.held.HeldResults;
import org.springframework.stereotype.Component;

/**
 * Results to be decided; rows that were not taken in, of the files that came last; and people who
 * may be one.
 */
@Component
final class WaitingResults implements Waiting {
  private static final int LATEST_FILES = 10;
  private final Intake intake;
  private final Merges merges;
  private final HeldResults held;

  WaitingResults(Intake intake, Merges merges, HeldResults held) {
    this.intake = intake;
    this.merges = merges;
    this.held = held;
  }

  @Override
  public List<Line> of(Organisation organisation) {
    var files = intake.list(organisation.id(), LATEST_FILES, 0);
    var results = ResultsPages.path(organisation.slug());
    return List.of(
        new Line(
            "results.waiting.held",
            held.countUpTo(organisation.id(), MOST + 1),
            HeldPages.path(organisation),
            Role.ISSUER),
        new Line(
            "results.waiting.refused",
            files.stream().mapToLong(IntakeReport::refused).sum(),
            results,
            Role.ISSUER),
        new Line(
            "results.waiting.merges",
            merges.count(organisation.id(), MergeProposal.State.OPEN, MOST + 1),
            "/console/" + organisation.slug() + "/merges",
            Role.ADMIN));
  }
}
