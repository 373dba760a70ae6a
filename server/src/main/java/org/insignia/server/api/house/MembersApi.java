package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.staff.Invitation;
import org.insignia.server.organisations.staff.Invitations;
import org.insignia.server.organisations.staff.Staff;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who works for an organisation, and who is asked to. A token decides what its maker decides, and
 * in their name.
 */
@RestController
@RequestMapping("/rest/v1")
class MembersApi {
  private static final List<String> ROLES = List.of("viewer", "issuer", "admin", "owner");

  private final ApiDoor door;
  private final Staff staff;
  private final Invitations invitations;

  MembersApi(ApiDoor door, Staff staff, Invitations invitations) {
    this.door = door;
    this.staff = staff;
    this.invitations = invitations;
  }

  /** A member. */
  record Member(UUID id, String name, String email, String role) {}

  /** Somebody who was asked and has not answered. */
  record Invited(UUID id, String email, String role, Instant endsAt) {}

  /** Owners first, then by name. */
  @GetMapping("/members")
  ResponseEntity<Listing<Member>> list(HttpServletRequest request) {
    var visit = door.enter(request, Scope.MEMBERS_READ);
    return Listing.answer(
        staff.of(visit.organisation()).stream().map(MembersApi::member).toList(), null, "");
  }

  @PatchMapping(path = "/members/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Member change(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.MEMBERS_WRITE);
    var maker = maker(visit);
    var body = Body.of(json);
    var role = role(body);
    body.end();
    only(staff.change(maker, visit.organisation(), id, role));
    return staff.of(visit.organisation()).stream()
        .filter(c -> c.person().equals(id))
        .map(MembersApi::member)
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("no such member"));
  }

  @DeleteMapping("/members/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.MEMBERS_WRITE);
    only(staff.remove(maker(visit), visit.organisation(), id));
  }

  private static void only(Staff.Outcome outcome) {
    if (outcome == Staff.Outcome.ONLY_OWNER) {
      throw new Problem.Conflict("an organisation keeps one owner; make somebody else one first");
    }
  }

  @GetMapping("/invitations")
  ResponseEntity<Listing<Invited>> invited(HttpServletRequest request) {
    var visit = door.enter(request, Scope.MEMBERS_READ);
    return Listing.answer(
        invitations.of(visit.organisation()).stream().map(MembersApi::invited).toList(), null, "");
  }

  /** Asks by mail, in place of an earlier invitation of the same mailbox. */
  @PostMapping(path = "/invitations", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Invited> invite(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.MEMBERS_WRITE);
    var maker = maker(visit);
    var body = Body.of(json);
    var typed = body.required("email", 320);
    var address = EmailAddress.parse(typed);
    if (!typed.isEmpty() && address.isEmpty()) {
      body.wrong("email", "an e-mail address");
    }
    var role = role(body);
    var language = language(body);
    body.end();
    staff.requireSayOver(maker, visit.organisation(), role);
    if (!invitations.invite(maker, visit.organisation(), address.orElseThrow(), role, language)) {
      throw new Problem.Conflict("whoever has this address works here already");
    }
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            invitations.of(visit.organisation()).stream()
                .filter(i -> i.address().equals(address.get()))
                .map(MembersApi::invited)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("no such invitation")));
  }

  private static Language language(Body body) {
    var text = body.text("language", 20);
    var found = text.isEmpty() ? Optional.of(Language.EN) : Language.find(text);
    if (found.isEmpty()) {
      body.wrong("language", "one of en, es, pt-BR, zh-CN, it");
    }
    return found.orElse(Language.EN);
  }

  @DeleteMapping("/invitations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.MEMBERS_WRITE);
    var there =
        invitations.of(visit.organisation()).stream()
            .filter(i -> i.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("no such invitation"));
    staff.requireSayOver(maker(visit), visit.organisation(), there.role());
    invitations.withdraw(maker(visit), visit.organisation(), id);
  }

  private static PersonId maker(Visit visit) {
    return visit
        .caller()
        .maker()
        .orElseThrow(
            () -> new Problem.Forbidden("this needs the token of somebody who works here"));
  }

  private static Role role(Body body) {
    body.required("role", 20);
    var word = body.word("role", ROLES, "viewer");
    return Arrays.stream(Role.values())
        .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElse(Role.VIEWER);
  }

  private static Member member(Staff.Colleague colleague) {
    return new Member(
        colleague.person(),
        colleague.name(),
        colleague.address(),
        colleague.role().name().toLowerCase(Locale.ROOT));
  }

  private static Invited invited(Invitation invitation) {
    return new Invited(
        invitation.id(),
        invitation.address().value(),
        invitation.role().name().toLowerCase(Locale.ROOT),
        invitation.endsAt());
  }
}
