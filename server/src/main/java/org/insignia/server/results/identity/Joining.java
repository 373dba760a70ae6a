package org.insignia.server.results.identity;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.HoldersLinked;
import org.insignia.server.results.MergeId;
import org.insignia.server.results.MergeProposalId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Joins two dossiers and takes a join back; both are decided anew afterwards. Callers hold the
 * organisation's lock.
 */
@Component
public class Joining {
  private final DossierStore dossiers;
  private final MergeStore merges;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Joining(
      DossierStore dossiers,
      MergeStore merges,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.dossiers = dossiers;
    this.merges = merges;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Why two dossiers are joined, and by whom. */
  public record Cause(String by, List<Finding> why, @Nullable MergeProposalId proposal) {
    public Cause {
      why = List.copyOf(why);
    }
  }

  /** The dossier that stays: the one with an account, else the older one. */
  DossierId stays(DossierId one, DossierId other) {
    var a = standing(one);
    var b = standing(other);
    if ((a.person() == null) != (b.person() == null)) {
      return a.person() == null ? other : one;
    }
    return b.openedAt().isBefore(a.openedAt()) ? other : one;
  }

  /**
   * Moves all candidates of one dossier into another.
   *
   * @throws Problem.Conflict if two accounts stand behind them or one was merged meanwhile
   */
  MergeId join(DossierId keptId, DossierId absorbedId, Cause cause) {
    var kept = standing(keptId);
    var absorbed = standing(absorbedId);
    if (kept.id().equals(absorbed.id())) {
      throw new Problem.Conflict("these candidate records are one person already");
    }
    if (kept.person() != null && absorbed.person() != null) {
      throw new Problem.Conflict(
          "two accounts stand behind these records; their owner has to join the accounts first");
    }
    var moved = dossiers.candidates(absorbed.id());
    var person = absorbed.person();
    dossiers.setPerson(absorbed.id(), null);
    if (person != null) {
      dossiers.setPerson(kept.id(), person);
    }
    dossiers.move(moved, absorbed.id(), kept.id());
    dossiers.setMergedInto(absorbed.id(), kept.id());
    var id = new MergeId(Ids.next());
    merges.insert(
        new MergeStore.Done(
            id, kept.organisation(), kept.id(), absorbed.id(), moved, person, cause),
        clock.instant());
    changed(kept.id(), absorbed.id());
    audit.record(
        cause.by(),
        kept.organisation().value(),
        "results.merge",
        "dossier:" + kept.id(),
        "took in dossier "
            + absorbed.id()
            + " because of "
            + cause.why().stream().map(Finding::code).toList());
    linked(person == null ? kept.person() : person, kept.id(), absorbed.id());
    return id;
  }

  /**
   * Gives the candidates back to the dossier that they came from.
   *
   * @throws Problem.Conflict if it was taken back already or a later merge has to be taken back
   *     first
   */
  void part(MergeStore.Done done, String by) {
    var kept = dossiers.find(done.kept()).orElseThrow();
    if (kept.mergedInto() != null) {
      throw new Problem.Conflict("a later merge has to be taken back first");
    }
    if (!merges.undo(done.id(), by, clock.instant())) {
      throw new Problem.Conflict("this merge was taken back already");
    }
    int moved = dossiers.move(done.candidates(), done.kept(), done.absorbed());
    if (moved != done.candidates().size()) {
      throw new Problem.Conflict("a later merge has to be taken back first");
    }
    dossiers.setMergedInto(done.absorbed(), null);
    var person = done.absorbedPerson();
    if (person != null && person.equals(kept.person())) {
      dossiers.setPerson(done.kept(), null);
      dossiers.setPerson(done.absorbed(), person);
    }
    changed(done.kept(), done.absorbed());
    audit.record(
        by,
        done.organisation().value(),
        "results.merge-undone",
        "dossier:" + done.kept(),
        "gave back dossier " + done.absorbed());
    linked(person == null ? kept.person() : person, done.kept(), done.absorbed());
  }

  private DossierStore.Dossier standing(DossierId id) {
    var dossier = dossiers.find(id).orElseThrow(() -> new Problem.NotFound("dossier " + id));
    if (dossier.mergedInto() != null) {
      throw new Problem.Conflict("dossier " + id + " was merged meanwhile");
    }
    return dossier;
  }

  private void changed(DossierId one, DossierId other) {
    dossiers.markChanged(one);
    dossiers.markChanged(other);
  }

  private void linked(@Nullable PersonId person, DossierId one, DossierId other) {
    if (person != null) {
      events.publishEvent(new HoldersLinked(person, Set.of(one, other)));
    }
  }
}
