package org.insignia.server.api.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.Finding;
import org.insignia.server.results.MergeId;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.MergeProposalId;
import org.insignia.server.results.Merges;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Candidate records that may be one person's, and what was decided about them. */
@RestController
@RequestMapping("/rest/v1/merges")
class MergesApi {
  private final ApiDoor door;
  private final Merges merges;
  private final Settings settings;

  MergesApi(ApiDoor door, Merges merges, Settings settings) {
    this.door = door;
    this.merges = merges;
    this.settings = settings;
  }

  /**
   * Two records and what speaks for their being one person's.
   *
   * @param evidence codes of what was found
   */
  record Proposal(
      UUID id, String state, Instant proposedAt, Half one, Half other, List<String> evidence) {}

  /** One of the two. */
  record Half(
      UUID candidate,
      UUID person,
      String provider,
      String number,
      String name,
      @Nullable String email) {}

  /** What was done. */
  record Done(UUID merge) {}

  @GetMapping
  ResponseEntity<Listing<Proposal>> list(
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_READ);
    var page = Page.of(limit, after);
    if (!after.matches("[0-9]{0,6}")) {
      throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
    }
    int skip = after.isEmpty() ? 0 : Integer.parseInt(after);
    var found = merges.list(visit.organisation().id(), state(state), page.limit() + 1, skip);
    var next = found.size() > page.limit() ? Integer.toString(skip + page.limit()) : null;
    return Listing.answer(
        found.stream().limit(page.limit()).map(MergesApi::proposal).toList(),
        next,
        settings.url("").toString());
  }

  private static MergeProposal.State state(String word) {
    return Arrays.stream(MergeProposal.State.values())
        .filter(s -> Dossiers.word(s).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Problem.Invalid("state", "one of open, merged, dismissed, withdrawn"));
  }

  @GetMapping("/{id}")
  Proposal one(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_READ);
    return proposal(merges.proposal(visit.organisation().id(), new MergeProposalId(id)));
  }

  /** Says that two records may be one person's; somebody decides later. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void propose(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_WRITE);
    var body = Body.of(json);
    var one = candidate(body, "one");
    var other = candidate(body, "other");
    body.end();
    merges.propose(visit.actor(), visit.organisation().id(), one, other);
  }

  private static CandidateId candidate(Body body, String name) {
    var text = body.required(name, 36);
    if (!text.isEmpty() && !text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      body.wrong(name, "the id of a candidate record");
      return new CandidateId(new UUID(0, 0));
    }
    return new CandidateId(text.isEmpty() ? new UUID(0, 0) : UUID.fromString(text));
  }

  /** From now on the two are one person. */
  @PostMapping("/{id}/merge")
  Done merge(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_WRITE);
    return new Done(
        merges.merge(visit.actor(), visit.organisation().id(), new MergeProposalId(id)).value());
  }

  /** They are different people, and are not proposed again. */
  @PostMapping("/{id}/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dismiss(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_WRITE);
    merges.dismiss(visit.actor(), visit.organisation().id(), new MergeProposalId(id));
  }

  /** Everybody has again what they had; the id is that of the merge. */
  @PostMapping("/{id}/undo")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.PEOPLE_WRITE);
    merges.undo(visit.actor(), visit.organisation().id(), new MergeId(id));
  }

  private static Proposal proposal(MergeProposal proposal) {
    return new Proposal(
        proposal.id().value(),
        Dossiers.word(proposal.state()),
        proposal.proposedAt(),
        half(proposal.one()),
        half(proposal.other()),
        proposal.evidence().stream().map(Finding::code).toList());
  }

  private static Half half(CandidateView record) {
    return new Half(
        record.id().value(),
        record.dossier().value(),
        record.provider().value(),
        record.number(),
        record.name(),
        record.email().map(EmailAddress::value).orElse(null));
  }
}
