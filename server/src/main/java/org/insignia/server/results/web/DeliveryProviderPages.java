package org.insignia.server.results.web;

import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.inbox.Folders;
import org.insignia.server.results.inbox.InboxFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Delivery providers: their watched folders, and what came by them. */
@Controller
final class DeliveryProviderPages {
  private final StaffDoor door;
  private final Folders folders;

  DeliveryProviderPages(StaffDoor door, Folders folders) {
    this.door = door;
    this.folders = folders;
  }

  @GetMapping("/console/{slug}/results/providers")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    var stem = ResultsPages.path(slug);
    return View.of(
        "results/providers",
        new ProvidersPage(
            slug,
            organisation.name(),
            door.may(shell, organisation, Role.ADMIN),
            ProviderId.find(done).map(ProviderId::title).orElse(""),
            folders.of(organisation).stream().map(f -> provider(stem, f)).toList()));
  }

  @PostMapping("/console/{slug}/results/providers/{provider}/folder")
  ModelAndView make(@PathVariable String slug, @PathVariable String provider, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var known =
        ProviderId.find(provider)
            .orElseThrow(() -> new Problem.NotFound("no provider is called that"));
    folders.make(StaffDoor.actor(shell), organisation, known);
    return SeeOther.at(shell.link(ResultsPages.path(slug) + "/providers?done=" + known.value()));
  }

  private static ProvidersPage.Provider provider(String stem, Folders.Folder folder) {
    return new ProvidersPage.Provider(
        folder.provider().value(),
        folder.provider().title(),
        folder.path().toString(),
        switch (folder.state()) {
          case WATCHED -> "good";
          case ABSENT -> "none";
          case CLOSED -> "bad";
        },
        folder.state().name(),
        folder.lying().stream().map(t -> new ProvidersPage.Thing(t.name(), t.state())).toList(),
        folder.latest().stream().map(f -> file(stem, f)).toList());
  }

  private static ProvidersPage.File file(String stem, InboxFile file) {
    return new ProvidersPage.File(
        file.name(),
        stem + "/" + file.intake(),
        switch (file.outcome()) {
          case TAKEN -> "good";
          case REPEATED -> "none";
          case REFUSED -> "bad";
        },
        file.outcome().name(),
        file.takenAt(),
        file.keptAs().orElse(""));
  }
}
