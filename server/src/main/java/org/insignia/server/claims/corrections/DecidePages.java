package org.insignia.server.claims.corrections;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The issuer's side of corrections. */
@Controller
class DecidePages {
  private static final int OPEN = 50;
  private static final int DECIDED = 20;

  private final StaffDoor door;
  private final Corrections corrections;
  private final Credentials credentials;
  private final Achievements achievements;

  DecidePages(
      StaffDoor door, Corrections corrections, Credentials credentials, Achievements achievements) {
    this.door = door;
    this.corrections = corrections;
    this.credentials = credentials;
    this.achievements = achievements;
  }

  @GetMapping("/console/{slug}/corrections")
  ModelAndView list(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var said =
        switch (done) {
          case "approved" -> shell.t("claims.corrections.approved");
          case "declined" -> shell.t("claims.corrections.declined");
          default -> "";
        };
    return View.of("claims/corrections/decide", page(organisation, "", said, shell));
  }

  @PostMapping("/console/{slug}/corrections/{id}/approve")
  ModelAndView approve(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    corrections.approve(StaffDoor.actor(shell), organisation.id(), id);
    return SeeOther.at(shell.link("/console/" + slug + "/corrections?done=approved"));
  }

  @PostMapping("/console/{slug}/corrections/{id}/decline")
  ModelAndView decline(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    if (reason.isBlank() || reason.length() > Corrections.LONGEST_NOTE) {
      var problem = shell.t("claims.corrections.no-reason", Corrections.LONGEST_NOTE);
      return View.of(
          "claims/corrections/decide",
          page(organisation, problem, "", shell),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    corrections.decline(StaffDoor.actor(shell), organisation.id(), id, reason);
    return SeeOther.at(shell.link("/console/" + slug + "/corrections?done=declined"));
  }

  private DecidePage page(Organisation organisation, String problem, String done, Shell shell) {
    return new DecidePage(
        organisation.slug(),
        organisation.name(),
        door.may(shell, organisation, Role.ISSUER),
        rows(corrections.open(organisation.id(), OPEN), organisation, shell),
        rows(corrections.decided(organisation.id(), DECIDED), organisation, shell),
        problem,
        done);
  }

  private List<DecidePage.Row> rows(List<Correction> of, Organisation organisation, Shell shell) {
    return of.stream()
        .flatMap(
            c -> credentials.find(c.credential()).map(b -> row(c, b, organisation, shell)).stream())
        .toList();
  }

  private DecidePage.Row row(
      Correction correction, Credential badge, Organisation organisation, Shell shell) {
    boolean open = correction.state() == Correction.State.OPEN;
    var others =
        open && correction.everywhere()
            ? corrections.others(correction.person(), badge)
            : List.<Credential>of();
    return new DecidePage.Row(
        correction.id().toString(),
        title(badge, shell),
        "/console/" + organisation.slug() + "/badges/" + badge.id().value(),
        correction.nameBefore(),
        correction.nameAsked(),
        correction.note(),
        others.stream().map(b -> title(b, shell)).toList(),
        correction.askedAt(),
        switch (correction.state()) {
          case OPEN -> "info";
          case APPROVED -> "good";
          case DECLINED, WITHDRAWN -> "none";
        },
        "claims.correction.state." + correction.state().name(),
        Objects.requireNonNullElse(correction.reason(), ""));
  }

  private String title(Credential credential, Shell shell) {
    return achievements.get(credential.achievement()).words(shell.language()).name();
  }
}
