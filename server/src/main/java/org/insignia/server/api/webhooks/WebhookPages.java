package org.insignia.server.api.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.api.events.EventType;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Subscriptions of an organisation, for administrators. */
@Controller
class WebhookPages {
  private static final int LONGEST_URL = 500;
  private static final Set<String> SAID = Set.of("deleted");
  private static final Set<String> SAID_OF_ONE = Set.of("tested", "again", "on", "paused");

  private final StaffDoor door;
  private final Webhooks webhooks;
  private final Sender sender;
  private final Proof proof;

  WebhookPages(StaffDoor door, Webhooks webhooks, Sender sender, Proof proof) {
    this.door = door;
    this.webhooks = webhooks;
    this.sender = sender;
    this.proof = proof;
  }

  @GetMapping("/console/{slug}/webhooks")
  ModelAndView list(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    return page(
        organisation, WebhooksPage.Wish.EMPTY, new Problems(), SAID.contains(done) ? done : "");
  }

  @PostMapping("/console/{slug}/webhooks")
  ModelAndView make(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") Set<String> event,
      @RequestParam(defaultValue = "") String shape,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var wish = new WebhooksPage.Wish(url.strip(), event, shape.equals("credly"));
    var problems = new Problems();
    var target = target(wish.url(), problems, shell);
    if (wish.events().isEmpty()
        || wish.events().stream().anyMatch(e -> EventType.of(e).isEmpty())) {
      problems.add("event", shell.t("api.webhooks.event-wrong"));
    }
    if (!problems.none() || target.isEmpty()) {
      return page(organisation, wish, problems, "");
    }
    var events =
        wish.events().stream().flatMap(e -> EventType.of(e).stream()).collect(Collectors.toSet());
    return proof
        .missing(request, stem(organisation))
        .orElseGet(() ->
            one(
                organisation,
                webhooks.make(
                    StaffDoor.actor(shell),
                    organisation,
                    target.get(),
                    events,
                    wish.few() ? Webhook.Shape.CREDLY : Webhook.Shape.STANDARD),
                "made"));
  }

  private Optional<URI> target(String typed, Problems problems, Shell shell) {
    try {
      var url = new URI(typed);
      if (typed.length() <= LONGEST_URL && url.getHost() != null && url.getRawFragment() == null) {
        var objection = sender.objection(url);
        if (objection.isEmpty()) {
          return Optional.of(url);
        }
        problems.add("url", shell.t("api.webhooks.url-refused"));
      }
    } catch (URISyntaxException e) {
      problems.add("url", shell.t("api.webhooks.url-wrong"));
    }
    problems.add("url", shell.t("api.webhooks.url-wrong"));
    return Optional.empty();
  }

  @GetMapping("/console/{slug}/webhooks/{id}")
  ModelAndView look(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String state,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var narrowed =
        Stream.of(Delivery.State.values())
            .map(Enum::name)
            .filter(n -> n.equalsIgnoreCase(state))
            .findFirst()
            .orElse("");
    return View.of(
        "api/webhook",
        WebhookViews.one(
            organisation,
            webhooks.required(organisation, id),
            webhooks.log(webhooks.required(organisation, id), narrowed),
            new WebhookViews.Said("", SAID_OF_ONE.contains(done) ? done : "", narrowed)));
  }

  @PostMapping("/console/{slug}/webhooks/{id}/secret")
  ModelAndView secret(
      @PathVariable String slug, @PathVariable UUID id, HttpServletRequest request, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    webhooks.required(organisation, id);
    return proof
        .missing(request, stem(organisation) + "/" + id)
        .orElseGet(() ->
            one(
                organisation,
                webhooks.renewSecret(StaffDoor.actor(shell), organisation, id),
                "secret"));
  }

  @PostMapping("/console/{slug}/webhooks/{id}/test")
  ModelAndView test(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    webhooks.test(organisation, id);
    return done(organisation, id, "tested", shell);
  }

  @PostMapping("/console/{slug}/webhooks/{id}/deliveries/{delivery}/again")
  ModelAndView again(
      @PathVariable String slug, @PathVariable UUID id, @PathVariable UUID delivery, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    webhooks.again(StaffDoor.actor(shell), organisation, id, delivery);
    return done(organisation, id, "again", shell);
  }

  @PostMapping("/console/{slug}/webhooks/{id}/again")
  ModelAndView againDead(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    webhooks.againDead(StaffDoor.actor(shell), organisation, id);
    return done(organisation, id, "again", shell);
  }

  @PostMapping("/console/{slug}/webhooks/{id}/on")
  ModelAndView switchOn(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    webhooks.switchOn(StaffDoor.actor(shell), organisation, id);
    return done(organisation, id, "on", shell);
  }

  @PostMapping("/console/{slug}/webhooks/{id}/pause")
  ModelAndView pause(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    webhooks.pause(StaffDoor.actor(shell), organisation, id);
    return done(organisation, id, "paused", shell);
  }

  @PostMapping("/console/{slug}/webhooks/{id}/delete")
  ModelAndView delete(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    webhooks.delete(StaffDoor.actor(shell), organisation, id);
    return SeeOther.at(shell.link(stem(organisation) + "?done=deleted"));
  }

  private static ModelAndView done(Organisation organisation, UUID id, String what, Shell shell) {
    return SeeOther.at(shell.link(stem(organisation) + "/" + id + "?done=" + what));
  }

  static String stem(Organisation organisation) {
    return "/console/" + organisation.slug() + "/webhooks";
  }

  private ModelAndView one(Organisation organisation, Webhooks.Made made, String done) {
    return View.of(
        "api/webhook",
        WebhookViews.one(
            organisation,
            made.webhook(),
            webhooks.log(made.webhook(), ""),
            new WebhookViews.Said(made.secret(), done, "")));
  }

  private ModelAndView page(
      Organisation organisation, WebhooksPage.Wish wish, Problems problems, String done) {
    var page =
        new WebhooksPage(
            organisation.slug(),
            organisation.name(),
            webhooks.of(organisation).stream().map(w -> WebhookViews.row(organisation, w)).toList(),
            Stream.of(EventType.values()).map(EventType::word).toList(),
            wish,
            problems,
            done);
    return Form.of("api/webhooks", page, problems);
  }
}
