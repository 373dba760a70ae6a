package org.insignia.server.api.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.ProviderId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where providers send results, for administrators. A secret is shown once, when it is made. */
@Controller
class IntakeHookPages {
  private final StaffDoor door;
  private final IntakeHooks hooks;
  private final Proof proof;
  private final Settings settings;

  IntakeHookPages(StaffDoor door, IntakeHooks hooks, Proof proof, Settings settings) {
    this.door = door;
    this.hooks = hooks;
    this.proof = proof;
    this.settings = settings;
  }

  @GetMapping("/console/{slug}/intake-hooks")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    return page(organisation, "", "", done.equals("deleted") ? done : "");
  }

  @PostMapping("/console/{slug}/intake-hooks")
  ModelAndView make(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String provider,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var chosen =
        ProviderId.find(provider)
            .orElseThrow(() -> new Problem.Invalid("provider", "one of " + ProviderId.KNOWN));
    return proof
        .missing(request, here(organisation))
        .orElseGet(() -> {
          var made = hooks.make(StaffDoor.actor(shell), organisation, chosen);
          return page(organisation, address(made.hook().id()), made.secret(), "made");
        });
  }

  @PostMapping("/console/{slug}/intake-hooks/{id}/delete")
  ModelAndView delete(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    hooks.delete(StaffDoor.actor(shell), organisation, id);
    return SeeOther.at(shell.link(here(organisation) + "?done=deleted"));
  }

  private static String here(Organisation organisation) {
    return "/console/" + organisation.slug() + "/intake-hooks";
  }

  private String address(UUID id) {
    return settings.url("/rest/v1/intake/" + id).toString();
  }

  private ModelAndView page(Organisation organisation, String address, String secret, String done) {
    List<IntakeHooksPage.Row> rows =
        hooks.of(organisation).stream()
            .map(h ->
                new IntakeHooksPage.Row(
                    h.id(), h.provider().title(), address(h.id()), h.madeAt(), h.usedAt()))
            .toList();
    var providers =
        ProviderId.KNOWN.stream()
            .map(p -> new IntakeHooksPage.Choice(p.value(), p.title()))
            .toList();
    return View.of(
        "api/intake-hooks",
        new IntakeHooksPage(
            organisation.slug(), organisation.name(), address, secret, done, rows, providers));
  }
}
