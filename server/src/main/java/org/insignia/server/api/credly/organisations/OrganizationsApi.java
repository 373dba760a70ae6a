package org.insignia.server.api.credly.organisations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insignia.server.api.credly.objects.OrganisationObjects;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.RequestReader;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.webhooks.PlainTarget;
import org.insignia.server.api.workforce.Employees;
import org.insignia.server.catalog.about.Alignment;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The organisation of a token, what it says of itself, and whom it lets issue: nobody else. */
@RestController
@RequestMapping("/v1/organizations")
class OrganizationsApi {
  private static final Scope[] READ = {
    Scope.ORGANISATION_READ,
    Scope.ORGANISATION_WRITE,
    Scope.BADGES_READ,
    Scope.BADGES_WRITE,
    Scope.ACHIEVEMENTS_READ,
    Scope.ACHIEVEMENTS_WRITE,
    Scope.ISSUE_WRITE
  };

  private final TokenDoor door;
  private final RequestReader reader;
  private final Organisations organisations;
  private final OrganisationObjects objects;
  private final Employees employees;
  private final PlainTarget target;
  private final Settings settings;

  OrganizationsApi(
      TokenDoor door,
      RequestReader reader,
      Organisations organisations,
      OrganisationObjects objects,
      Employees employees,
      PlainTarget target,
      Settings settings) {
    this.door = door;
    this.reader = reader;
    this.organisations = organisations;
    this.objects = objects;
    this.employees = employees;
    this.target = target;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<Object> list(HttpServletRequest request) {
    var caller = door.require(request, READ);
    var page = Paging.of(request, settings.baseUrl().toString());
    var all = caller.organisation().map(List::of).orElseGet(organisations::all);
    return Envelope.list(
        page.of(all).stream().map(o -> told(request, o)).toList(), all.size(), page);
  }

  private Map<String, Object> told(HttpServletRequest request, Organisation organisation) {
    // An address that is told things may hold a secret.
    boolean open = door.opens(request, Scope.WEBHOOKS_READ, Scope.WEBHOOKS_WRITE);
    return objects.whole(
        organisation,
        open ? target.of(organisation).map(Object::toString).orElse(null) : null,
        open ? target.events(organisation) : List.of(),
        employees.hasAny(organisation));
  }

  @GetMapping("/{organisation}")
  ResponseEntity<Object> one(@PathVariable String organisation, HttpServletRequest request) {
    return Envelope.of(told(request, door.enter(request, organisation, READ).organisation()));
  }

  @RequestMapping(
      path = "/{organisation}",
      method = {RequestMethod.PUT, RequestMethod.PATCH})
  ResponseEntity<Object> change(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.ORGANISATION_WRITE);
    var before = guest.organisation();
    var asked = reader.read(request).unwrapped("organization");
    if (asked.has("webhook_url")) {
      door.enter(request, organisation, Scope.WEBHOOKS_WRITE);
    }
    var after =
        new Organisation(
            before.id(),
            before.slug(),
            name(before, asked),
            asked.has("website_url") ? site(asked) : before.url(),
            asked.has("contact_email") ? mailbox(asked) : before.email(),
            asked
                .text("primary_hex_color")
                .map(c -> (c.startsWith("#") ? c : "#" + c).toLowerCase(Locale.ROOT))
                .orElse(before.accent()),
            asked.has("bio") ? bio(asked) : before.description(),
            before.logo(),
            before.domain());
    if (!after.equals(before)) {
      organisations.change(guest.actor(), after, "by a program");
    }
    if (asked.has("webhook_url")) {
      target.move(guest.actor(), after, asked.text("webhook_url").orElse(""));
    }
    return Envelope.of(told(request, after));
  }

  private String name(Organisation before, Asked asked) {
    var name = asked.text("name").orElse(before.name());
    if (!name.equals(before.name())
        && (Organisations.objection(name).isPresent()
            || organisations.alike(name, before.id()).isPresent())) {
      throw Refusal.invalid(
          "Validation failed: Name is taken, or looks like that of another organisation");
    }
    return name;
  }

  private static java.net.@org.jspecify.annotations.Nullable URI site(Asked asked) {
    return asked
        .text("website_url")
        .map(url ->
            Alignment.address(url)
                .filter(u -> u.length() <= 500)
                .map(java.net.URI::create)
                .orElseThrow(
                    () -> Refusal.invalid("Validation failed: Website url is not a web address")))
        .orElse(null);
  }

  private static @org.jspecify.annotations.Nullable String mailbox(Asked asked) {
    return asked
        .text("contact_email")
        .map(typed ->
            EmailAddress.parse(typed)
                .map(EmailAddress::value)
                .orElseThrow(
                    () -> Refusal.invalid("Validation failed: Contact email is not an address")))
        .orElse(null);
  }

  private static String bio(Asked asked) {
    var bio = asked.text("bio").orElse("").replace("\r\n", "\n");
    if (bio.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw Refusal.invalid("Validation failed: Bio is plain text");
    }
    return bio;
  }

  /** Here every organisation issues for itself alone. */
  @GetMapping({"/{organisation}/issuers", "/{organisation}/grantors"})
  ResponseEntity<Object> authorizations(
      @PathVariable String organisation, HttpServletRequest request) {
    door.enter(request, organisation, READ);
    return Envelope.list(List.of(), 0, Paging.of(request, settings.baseUrl().toString()));
  }

  @DeleteMapping("/{organisation}/issuers/{id}")
  ResponseEntity<Object> withdraw(
      @PathVariable String organisation, @PathVariable String id, HttpServletRequest request) {
    door.enter(request, organisation, Scope.ORGANISATION_WRITE);
    throw Refusal.unknown("Issuer authorization");
  }
}
