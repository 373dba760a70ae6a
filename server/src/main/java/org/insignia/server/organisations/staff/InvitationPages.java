package org.insignia.server.organisations.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the mail of an invitation leads: to agree or to decline. */
@Controller
class InvitationPages {
  private final Invitations invitations;
  private final Organisations organisations;
  private final Accounts accounts;

  InvitationPages(Invitations invitations, Organisations organisations, Accounts accounts) {
    this.invitations = invitations;
    this.organisations = organisations;
    this.accounts = accounts;
  }

  /** Answers alike whether there is none, it has ended, or it is for another mailbox. */
  @GetMapping("/invitations/{id}")
  ModelAndView look(@PathVariable UUID id, HttpServletRequest request) {
    var person = Door.person();
    if (person.isEmpty()) {
      return Door.signInFirst(request);
    }
    return invitations
        .find(person.get(), id)
        .map(i -> View.of("organisations/invitation", page(i)))
        .orElseGet(() ->
            View.of(
                "organisations/no-invitation",
                new NoInvitationPage(accounts.person(person.get()).name()),
                HttpStatus.NOT_FOUND));
  }

  private InvitationPage page(Invitation invitation) {
    var organisation = organisations.get(invitation.organisation());
    var by = Optional.ofNullable(invitation.invitedBy()).flatMap(accounts::find).map(Person::name);
    return new InvitationPage(
        invitation.id(),
        organisation.name(),
        organisation.slug(),
        by.orElse(""),
        invitation.role(),
        invitation.endsAt());
  }

  @PostMapping("/invitations/{id}/accept")
  ModelAndView accept(@PathVariable UUID id, Shell shell) {
    invitations.accept(person(), id);
    return SeeOther.at(shell.link("/console"));
  }

  @PostMapping("/invitations/{id}/decline")
  ModelAndView decline(@PathVariable UUID id, Shell shell) {
    invitations.decline(person(), id);
    return SeeOther.at(shell.link("/home"));
  }

  private static PersonId person() {
    return Door.person().orElseThrow(() -> new Problem.NotFound("nothing here for you"));
  }
}
