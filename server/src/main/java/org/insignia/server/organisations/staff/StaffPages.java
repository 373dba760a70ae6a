package org.insignia.server.organisations.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
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

/** Members of an organisation: seen by all of them, decided about by administrators and owners. */
@Controller
class StaffPages {
  private static final Set<String> SAID = Set.of("invited", "changed", "removed", "withdrawn");

  private final StaffDoor door;
  private final Members members;
  private final Staff staff;
  private final Invitations invitations;
  private final Proof proof;

  StaffPages(StaffDoor door, Members members, Staff staff, Invitations invitations, Proof proof) {
    this.door = door;
    this.members = members;
    this.staff = staff;
    this.invitations = invitations;
    this.proof = proof;
  }

  @GetMapping("/console/{slug}/members")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var said = SAID.contains(done) ? done : "";
    return View.of(
        "organisations/staff",
        page(door.enter(shell, slug, Role.VIEWER), StaffPage.Form.EMPTY, said));
  }

  @PostMapping("/console/{slug}/members/invite")
  ModelAndView invite(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String role,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var wanted = role(role);
    staff.requireSayOver(actor(), organisation, wanted.orElse(Role.VIEWER));
    var mailbox = EmailAddress.parse(address);
    if (mailbox.isEmpty() || wanted.isEmpty()) {
      return wrong(organisation, address, role, shell.t("organisations.staff.address-wrong"));
    }
    return proof
        .missing(request, here(organisation))
        .orElseGet(() ->
            invitations.invite(actor(), organisation, mailbox.get(), wanted.get(), shell.language())
                ? done(organisation, "invited", shell)
                : wrong(
                    organisation, address, role, shell.t("organisations.staff.member-already")));
  }

  @PostMapping("/console/{slug}/members/{person}/role")
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable UUID person,
      @RequestParam(defaultValue = "") String role,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var wanted =
        role(role).orElseThrow(() -> new Problem.Invalid("role", "viewer, issuer, admin or owner"));
    return proof
        .missing(request, here(organisation))
        .orElseGet(() ->
            after(
                staff.change(actor(), organisation, person, wanted),
                organisation,
                "changed",
                shell));
  }

  @PostMapping("/console/{slug}/members/{person}/remove")
  ModelAndView remove(
      @PathVariable String slug,
      @PathVariable UUID person,
      HttpServletRequest request,
      Shell shell) {
    boolean self = person.equals(actor().value());
    var organisation = door.enter(shell, slug, self ? Role.VIEWER : Role.ADMIN);
    return proof
        .missing(request, here(organisation))
        .orElseGet(() -> {
          var outcome = staff.remove(actor(), organisation, person);
          return self && outcome == Staff.Outcome.DONE
              ? SeeOther.at(shell.link("/console"))
              : after(outcome, organisation, "removed", shell);
        });
  }

  @PostMapping("/console/{slug}/members/invitations/{id}/withdraw")
  ModelAndView withdraw(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    invitations.withdraw(actor(), organisation, id);
    return done(organisation, "withdrawn", shell);
  }

  private ModelAndView after(
      Staff.Outcome outcome, Organisation organisation, String said, Shell shell) {
    if (outcome == Staff.Outcome.DONE) {
      return done(organisation, said, shell);
    }
    var problem = shell.t("organisations.staff.only-owner", organisation.name());
    var form = new StaffPage.Form("", Role.VIEWER.name(), "", problem);
    return View.of("organisations/staff", page(organisation, form, ""), HttpStatus.CONFLICT);
  }

  private ModelAndView wrong(Organisation organisation, String address, String role, String why) {
    var form = new StaffPage.Form(address, role, why, "");
    return View.of(
        "organisations/staff", page(organisation, form, ""), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView done(Organisation organisation, String said, Shell shell) {
    return SeeOther.at(shell.link(here(organisation) + "?done=" + said));
  }

  private static String here(Organisation organisation) {
    return "/console/" + organisation.slug() + "/members";
  }

  private StaffPage page(Organisation organisation, StaffPage.Form form, String done) {
    var held = members.roleOf(actor().value(), organisation.id()).orElseThrow();
    boolean decides = held.includes(Role.ADMIN);
    var rows =
        staff.of(organisation).stream()
            .map(c ->
                new StaffPage.Row(
                    c.person(),
                    c.name(),
                    decides ? c.address() : "",
                    c.role(),
                    c.person().equals(actor().value()),
                    decides && held.includes(c.role())))
            .toList();
    var open =
        decides
            ? invitations.of(organisation).stream()
                .map(i -> new StaffPage.Open(i.id(), i.address().value(), i.role(), i.endsAt()))
                .toList()
            : List.<StaffPage.Open>of();
    var roles =
        decides
            ? EnumSet.allOf(Role.class).stream().filter(held::includes).toList()
            : List.<Role>of();
    return new StaffPage(organisation.slug(), organisation.name(), rows, open, roles, form, done);
  }

  private static PersonId actor() {
    return Door.person().orElseThrow(() -> new Problem.NotFound("nothing here for you"));
  }

  private static Optional<Role> role(String word) {
    return Stream.of(Role.values())
        .filter(r -> r.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
