package org.insignia.server.console.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.corrections.Correction;
import org.insignia.server.console.people.PersonPage.Event;
import org.insignia.server.eligibility.Award;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.browse.Issued;
import org.insignia.server.platform.mail.Delivery;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.results.Standing;
import org.insignia.server.results.TakenExam;
import org.insignia.server.results.search.PastMerge;
import org.jspecify.annotations.Nullable;

/**
 * Puts what happened to one person into words. What an earner chose for themselves beyond accepting
 * or declining is not in it: who may see the badge is no business of its issuer.
 */
final class Timeline {
  private final Shell shell;
  private final String stem;
  private final List<Event> events = new ArrayList<>();

  /**
   * @param stem path of the organisation's console
   */
  Timeline(Shell shell, String stem) {
    this.shell = shell;
    this.stem = stem;
  }

  /** The latest first; of the same moment, what came later. */
  List<Event> latestFirst() {
    var sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparing(Event::at));
    return sorted.reversed();
  }

  void exam(TakenExam exam) {
    var outcome = shell.t("results.outcome." + exam.outcome());
    boolean isFinal = exam.standing() == Standing.FINAL;
    add(
        exam.takenAt(),
        exam.counts() ? "good" : isFinal ? "none" : "warn",
        shell.t("console.person.exam", exam.examCode()),
        isFinal
            ? outcome
            : shell.t(
                "console.person.standing", outcome, shell.t("results.standing." + exam.standing())),
        "/results");
  }

  void merge(PastMerge merge) {
    add(merge.mergedAt(), "info", shell.t("console.person.merged"), "", "/merges");
    if (merge.undoneAt() != null) {
      add(merge.undoneAt(), "info", shell.t("console.person.parted"), "", "/merges");
    }
  }

  void award(Award award, String title) {
    boolean given = award.state() == Award.State.GIVEN;
    add(
        award.earnedAt(),
        given ? "good" : "none",
        shell.t("console.person.earned", title),
        given ? "" : shell.t("console.person.withdrawn"),
        "");
  }

  void issued(Issued badge, String title) {
    add(
        badge.issuedAt(),
        "good",
        shell.t(badge.replaces() ? "console.person.copied" : "console.person.issued", title),
        shell.t("console.person.to", badge.name(), badge.address()),
        page(badge));
    if (badge.stateAt() != null && badge.state() != Credential.State.ISSUED) {
      add(
          badge.stateAt(),
          badge.state() == Credential.State.SUSPENDED ? "warn" : "bad",
          shell.t("console.person.state." + badge.state(), title),
          shell.known(Credential.REASONS, badge.stateReason()),
          page(badge));
    }
  }

  void claim(Issued badge, Claim claim, String title) {
    add(claim.offeredAt(), "info", shell.t("console.person.offered", title), "", page(badge));
    if (claim.decidedAt() != null) {
      boolean accepted = claim.state() == Claim.State.ACCEPTED;
      add(
          claim.decidedAt(),
          accepted ? "good" : "none",
          shell.t(accepted ? "console.person.accepted" : "console.person.rejected", title),
          "",
          page(badge));
    }
  }

  /**
   * @param otherwise when the letter counts as of, while it waits
   */
  void letter(Issued badge, Delivery letter, Instant otherwise) {
    var problem = letter.problem();
    add(
        letter.endedAt() == null ? otherwise : letter.endedAt(),
        letter.state() == Delivery.State.REFUSED ? "bad" : "none",
        shell.t("console.person.letter", shell.t("claims.letter." + letter.kind())),
        shell.t("claims.delivery." + letter.state()) + (problem == null ? "" : ": " + problem),
        page(badge));
  }

  void correction(Correction correction) {
    add(
        correction.askedAt(),
        "info",
        shell.t("console.person.correction", correction.nameAsked()),
        correction.note(),
        "/corrections");
    var decided = correction.decidedAt();
    if (decided != null) {
      add(
          decided,
          correction.state() == Correction.State.APPROVED ? "good" : "none",
          shell.t("console.person.correction." + correction.state()),
          orEmpty(correction.reason()),
          "/corrections");
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String page(Issued badge) {
    return "/badges/" + badge.id().value();
  }

  private void add(Instant at, String tone, String title, String detail, String path) {
    events.add(new Event(at, tone, title, detail, path.isEmpty() ? "" : stem + path));
  }
}
