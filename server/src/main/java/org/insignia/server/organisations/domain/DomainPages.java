package org.insignia.server.organisations.domain;

import java.util.Set;
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

/** Proving a domain, for administrators. */
@Controller
class DomainPages {
  private static final Set<String> SAID = Set.of("named", "found", "dropped");

  private final StaffDoor door;
  private final DomainProofs proofs;

  DomainPages(StaffDoor door, DomainProofs proofs) {
    this.door = door;
    this.proofs = proofs;
  }

  /** What was typed, and what is wrong with it or with what we found. */
  private record Said(String typed, String wrong, String problem, String done) {
    static final Said NOTHING = new Said("", "", "", "");
  }

  @GetMapping("/console/{slug}/domain")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var said = SAID.contains(done) ? new Said("", "", "", done) : Said.NOTHING;
    return View.of("organisations/domain", page(organisation, said));
  }

  @PostMapping("/console/{slug}/domain")
  ModelAndView name(
      @PathVariable String slug, @RequestParam(defaultValue = "") String domain, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var meant = DomainProofs.domain(domain);
    if (meant.isEmpty()) {
      var said = new Said(domain, shell.t("organisations.domain.wrong"), "", "");
      return View.of(
          "organisations/domain", page(organisation, said), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    proofs.name(StaffDoor.actor(shell), organisation, meant.get());
    return done(organisation, "named", shell);
  }

  @PostMapping("/console/{slug}/domain/check")
  ModelAndView check(@PathVariable String slug, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    return switch (proofs.look(StaffDoor.actor(shell), organisation)) {
      case DomainProofs.Found() -> done(organisation, "found", shell);
      case DomainProofs.Missing() ->
          View.of(
              "organisations/domain",
              page(organisation, new Said("", "", shell.t("organisations.domain.missing"), "")),
              HttpStatus.CONFLICT);
      case DomainProofs.Wait(var time) ->
          View.of(
              "organisations/domain",
              page(
                  organisation,
                  new Said(
                      "",
                      "",
                      shell.n("organisations.domain.wait", Math.ceilDiv(time.toSeconds(), 60)),
                      "")),
              HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  @PostMapping("/console/{slug}/domain/drop")
  ModelAndView drop(@PathVariable String slug, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    proofs.drop(StaffDoor.actor(shell), organisation);
    return done(organisation, "dropped", shell);
  }

  private static ModelAndView done(Organisation organisation, String what, Shell shell) {
    return SeeOther.at(shell.link("/console/" + organisation.slug() + "/domain?done=" + what));
  }

  private DomainPage page(Organisation organisation, Said said) {
    var proof = proofs.of(organisation.id()).orElse(null);
    return new DomainPage(
        organisation.slug(),
        organisation.name(),
        proof == null ? "" : proof.domain(),
        proof == null ? "" : proof.record(),
        proof == null ? "" : proof.text(),
        proof == null ? "" : proof.file(),
        proof != null && proof.provenAt() != null,
        proof == null || proof.way() == null ? "" : "organisations.domain.way." + proof.way(),
        proof == null ? null : proof.checkedAt(),
        proof == null ? null : proof.losesAt(),
        said.typed(),
        said.wrong(),
        said.problem(),
        said.done());
  }
}
