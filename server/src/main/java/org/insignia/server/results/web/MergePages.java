package org.insignia.server.results.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.Merge;
import org.insignia.server.results.MergeId;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.MergeProposalId;
import org.insignia.server.results.Merges;
import org.insignia.server.results.Standing;
import org.insignia.server.results.TakenExam;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Records that may be one person, side by side, and the decision about them. */
@Controller
final class MergePages {
  private static final int ON_A_PAGE = 20;
  private static final int PAST = 50;

  private final StaffDoor door;
  private final Merges merges;

  MergePages(StaffDoor door, Merges merges) {
    this.door = door;
    this.merges = merges;
  }

  @GetMapping("/console/{slug}/merges")
  ModelAndView list(
      @PathVariable String slug, @RequestParam(defaultValue = "0") int page, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    return View.of("results/merges", page(organisation, Math.clamp(page, 0, 10_000), shell));
  }

  @PostMapping("/console/{slug}/merges/{id}/merge")
  ModelAndView merge(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    merges.merge(StaffDoor.actor(shell), organisation.id(), new MergeProposalId(id));
    return SeeOther.at(shell.link(path(slug)));
  }

  @PostMapping("/console/{slug}/merges/{id}/dismiss")
  ModelAndView dismiss(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    merges.dismiss(StaffDoor.actor(shell), organisation.id(), new MergeProposalId(id));
    return SeeOther.at(shell.link(path(slug)));
  }

  @PostMapping("/console/{slug}/merges/past/{id}/undo")
  ModelAndView undo(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    merges.undo(StaffDoor.actor(shell), organisation.id(), new MergeId(id));
    return SeeOther.at(shell.link(path(slug)));
  }

  private static String path(String slug) {
    return "/console/" + slug + "/merges";
  }

  private MergesPage page(Organisation organisation, int page, Shell shell) {
    var path = path(organisation.slug());
    var found =
        merges.list(organisation.id(), MergeProposal.State.OPEN, ON_A_PAGE + 1, page * ON_A_PAGE);
    return new MergesPage(
        organisation.slug(),
        organisation.name(),
        door.may(shell, organisation, Role.ADMIN),
        merges.count(organisation.id(), MergeProposal.State.OPEN),
        found.stream().limit(ON_A_PAGE).map(p -> pair(p, shell)).toList(),
        merges.past(organisation.id(), PAST).stream().map(m -> past(m, shell)).toList(),
        page == 0 ? "" : shell.link(path + "?page=" + (page - 1)),
        found.size() > ON_A_PAGE ? shell.link(path + "?page=" + (page + 1)) : "");
  }

  private static MergesPage.Pair pair(MergeProposal proposal, Shell shell) {
    return new MergesPage.Pair(
        proposal.id().toString(),
        proposal.one().name(),
        Sentences.of(shell, proposal.evidence()),
        Stream.of(proposal.one(), proposal.other()).map(MergePages::side).toList());
  }

  private static MergesPage.Side side(CandidateView candidate) {
    return new MergesPage.Side(
        candidate.name(),
        candidate.email().map(Object::toString).orElse(""),
        candidate.birthMonth(),
        candidate.provider().title(),
        candidate.number(),
        candidate.language(),
        candidate.person().isPresent(),
        candidate.exams().stream().map(MergePages::exam).toList());
  }

  private static MergesPage.Exam exam(TakenExam exam) {
    return new MergesPage.Exam(
        exam.examCode(),
        exam.takenAt(),
        exam.counts() ? "good" : exam.standing() == Standing.FINAL ? "none" : "warn",
        "results.outcome." + exam.outcome(),
        exam.standing() == Standing.FINAL ? "" : "results.standing." + exam.standing());
  }

  private static MergesPage.Past past(Merge merge, Shell shell) {
    return new MergesPage.Past(
        merge.id().toString(),
        String.join(", ", merge.names()),
        merge.mergedAt(),
        Sentences.of(shell, merge.why()),
        merge.undoneAt().map(List::of).orElse(List.of()));
  }
}
