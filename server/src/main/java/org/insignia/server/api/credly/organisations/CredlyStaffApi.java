package org.insignia.server.api.credly.organisations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.api.credly.objects.OrganisationObjects;
import org.insignia.server.api.credly.objects.Said;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.staff.Invitation;
import org.insignia.server.organisations.staff.Invitations;
import org.insignia.server.organisations.staff.Staff;
import org.insignia.server.organisations.staff.Staff.Colleague;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works for an organisation, and who was asked to. They are changed on the console. */
@RestController
@RequestMapping("/v1/organizations/{organisation}")
class CredlyStaffApi {
  private final TokenDoor door;
  private final Staff staff;
  private final Invitations invitations;
  private final Settings settings;

  CredlyStaffApi(TokenDoor door, Staff staff, Invitations invitations, Settings settings) {
    this.door = door;
    this.staff = staff;
    this.invitations = invitations;
    this.settings = settings;
  }

  /** Owners first, then by name. */
  @GetMapping("/memberships")
  ResponseEntity<Object> memberships(
      @PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.MEMBERS_READ);
    var page = Paging.of(request, settings.baseUrl().toString());
    var all = staff.of(guest.organisation());
    return Envelope.list(
        page.of(all).stream().map(c -> told(guest.organisation(), c)).toList(), all.size(), page);
  }

  @GetMapping("/memberships/{id}")
  ResponseEntity<Object> membership(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.MEMBERS_READ);
    return staff.of(guest.organisation()).stream()
        .filter(c -> c.person().toString().equals(id))
        .findFirst()
        .map(c -> Envelope.of(told(guest.organisation(), c)))
        .orElseThrow(() -> Refusal.unknown("Membership"));
  }

  private static Map<String, Object> told(Organisation organisation, Colleague colleague) {
    var name = Said.ofName(colleague.name());
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("id", colleague.person().toString());
    user.put("email", colleague.address());
    user.put("first_name", name.firstName());
    user.put("last_name", name.lastName());
    var json = common(organisation, colleague.person(), colleague.role());
    json.put("email", colleague.address());
    json.put("state", "accepted");
    json.put("user", user);
    return json;
  }

  private static Map<String, Object> common(Organisation organisation, UUID id, Role role) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id.toString());
    json.put("organization_id", organisation.id().value().toString());
    json.put("role", role.name().toLowerCase(Locale.ROOT));
    return json;
  }

  /** Those that wait for an answer. */
  @GetMapping("/invitations")
  ResponseEntity<Object> invitations(
      @PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.MEMBERS_READ);
    var page = Paging.of(request, settings.baseUrl().toString());
    var all = invitations.of(guest.organisation());
    return Envelope.list(
        page.of(all).stream().map(i -> told(guest.organisation(), i)).toList(), all.size(), page);
  }

  private static Map<String, Object> told(Organisation organisation, Invitation invitation) {
    var json = common(organisation, invitation.id(), invitation.role());
    json.put("email", invitation.address().value());
    json.put("state", "pending");
    json.put("created_at", Moments.stamp(OrganisationObjects.made(invitation.id())));
    json.put("expires_at", Moments.stamp(invitation.endsAt()));
    return json;
  }
}
