package org.insignia.server.claims.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.Resending;
import org.insignia.server.claims.reminders.ReminderStops;
import org.insignia.server.claims.reminders.SentReminders;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.mail.Bounces;
import org.insignia.server.platform.mail.Delivery;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Badges as staff see them: who was offered which, what they made of it, whether mail arrives. */
@Controller
class OfferPages {
  private static final Set<String> DONE =
      Set.of("resent", "issued", "replace", "suspend", "reinstate", "revoke");

  private final StaffDoor door;
  private final Desk desk;
  private final Claims claims;
  private final Credentials credentials;
  private final Achievements achievements;
  private final Resending resending;
  private final SentReminders sentReminders;
  private final ReminderStops stops;
  private final Bounces bounces;
  private final Outbox outbox;
  private final Origins origins;

  OfferPages(
      StaffDoor door,
      Desk desk,
      Claims claims,
      Credentials credentials,
      Achievements achievements,
      Resending resending,
      SentReminders sentReminders,
      ReminderStops stops,
      Bounces bounces,
      Outbox outbox,
      Origins origins) {
    this.door = door;
    this.desk = desk;
    this.claims = claims;
    this.credentials = credentials;
    this.achievements = achievements;
    this.resending = resending;
    this.sentReminders = sentReminders;
    this.stops = stops;
    this.bounces = bounces;
    this.outbox = outbox;
    this.origins = origins;
  }

  @GetMapping("/console/{slug}/badges/{id}")
  ModelAndView one(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var credential = desk.decided(organisation, new CredentialId(id));
    if (credentials.find(credential.id()).isEmpty() || claims.of(credential.id()).isEmpty()) {
      return View.of("claims/staff/soon", soon(organisation, credential, shell));
    }
    var said = DONE.contains(done) ? shell.t("claims.offer.done." + done) : "";
    return View.of("claims/staff/offer", page(organisation, id, said, "", shell));
  }

  private SoonPage soon(Organisation organisation, Credential credential, Shell shell) {
    return new SoonPage(
        organisation.slug(),
        organisation.name(),
        credential.id().value().toString(),
        achievements.get(credential.achievement()).words(shell.language()).name(),
        credential.recipientName(),
        credential.recipient().value());
  }

  @PostMapping("/console/{slug}/badges/{id}/resend")
  ModelAndView resend(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    var badge = desk.badge(organisation, new CredentialId(id));
    var wait = resending.resend(StaffDoor.actor(shell), badge);
    if (wait.isPresent()) {
      var words = shell.n("claims.offer.wait", Math.ceilDiv(wait.get().toSeconds(), 60));
      return View.of(
          "claims/staff/offer",
          page(organisation, id, "", words, shell),
          org.springframework.http.HttpStatus.TOO_MANY_REQUESTS);
    }
    return SeeOther.at(shell.link("/console/" + slug + "/badges/" + id + "?done=resent"));
  }

  private OfferPage page(
      Organisation organisation, UUID id, String done, String problem, Shell shell) {
    var credential = desk.badge(organisation, new CredentialId(id));
    var claim =
        claims
            .of(credential.id())
            .orElseThrow(() -> new Problem.NotFound("badge " + id + ", not offered yet"));
    var state = OfferState.of(claim, credential);
    var origin = origins.of(credential, organisation.slug(), shell);
    boolean issuer = door.may(shell, organisation, Role.ISSUER);
    return new OfferPage(
        organisation.slug(),
        organisation.name(),
        id.toString(),
        achievements.get(credential.achievement()).words(shell.language()).name(),
        credential.recipientName(),
        claim.recipient().value(),
        credential.earnedAt(),
        claim.offeredAt(),
        claim.decidedAt(),
        state.tone(),
        state.key(),
        Objects.requireNonNullElse(credential.stateReason(), ""),
        letters(credential.id()),
        bounces
            .of(claim.recipient())
            .map(b ->
                new OfferPage.Bounced(
                    b.code(), b.reason(), b.at(), "claims.bounce.remedy." + b.remedy().name()))
            .orElse(null),
        stops.isStopped(claim.recipient()),
        Resending.isPossible(claim, credential) && issuer,
        credential.validUntil(),
        origin.sentence(),
        origin.number(),
        issuer ? origin.listPath() : "",
        elsewhere(organisation, credential),
        Stream.of(Act.values())
            .filter(a -> a.isPossible(credential) && door.may(shell, organisation, a.needs()))
            .map(Act::word)
            .toList(),
        done,
        problem);
  }

  /** The one that stands in for it; else the one for which it stands in. */
  private static String elsewhere(Organisation organisation, Credential credential) {
    var other = credential.replacedBy() == null ? credential.replaces() : credential.replacedBy();
    return other == null ? "" : "/console/" + organisation.slug() + "/badges/" + other.value();
  }

  private List<OfferPage.Sent> letters(CredentialId id) {
    var refs = new ArrayList<UUID>(sentReminders.of(id));
    refs.add(id.value());
    return outbox.deliveries(refs).stream()
        .map(d ->
            new OfferPage.Sent(
                "claims.letter." + d.kind(),
                TONES.getOrDefault(d.state(), "none"),
                "claims.delivery." + d.state().name(),
                d.endedAt(),
                Optional.ofNullable(d.problem()).orElse("")))
        .toList();
  }

  private static final Map<Delivery.State, String> TONES =
      Map.of(
          Delivery.State.WAITING, "info",
          Delivery.State.SENT, "good",
          Delivery.State.DROPPED, "none",
          Delivery.State.REFUSED, "bad");
}
