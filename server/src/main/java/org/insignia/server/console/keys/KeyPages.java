package org.insignia.server.console.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.keys.HeldKeys;
import org.insignia.server.keys.HeldKeys.Held;
import org.insignia.server.keys.HeldKeys.Kind;
import org.insignia.server.keys.Issuers;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
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

/** The keys of an organisation: owners see them, put others in their place, say which are lost. */
@Controller
class KeyPages {
  private static final Set<String> SAID = Set.of("rotated", "compromised");

  private final StaffDoor door;
  private final HeldKeys keys;
  private final Issuers issuers;
  private final Proof proof;
  private final Clock clock;

  KeyPages(StaffDoor door, HeldKeys keys, Issuers issuers, Proof proof, Clock clock) {
    this.door = door;
    this.keys = keys;
    this.issuers = issuers;
    this.proof = proof;
    this.clock = clock;
  }

  @GetMapping("/console/{slug}/keys")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.OWNER);
    return View.of("console/keys", page(organisation, "", SAID.contains(done) ? done : ""));
  }

  @PostMapping("/console/{slug}/keys/{kind:signing|document}/rotate")
  ModelAndView rotate(
      @PathVariable String slug,
      @PathVariable String kind,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.OWNER);
    return proof
        .missing(request, here(organisation))
        .orElseGet(() -> {
          keys.rotate(StaffDoor.actor(shell), organisation, kind(kind));
          return SeeOther.at(shell.link(here(organisation) + "?done=rotated"));
        });
  }

  private static Kind kind(String word) {
    return Kind.find(word).orElseThrow(() -> new Problem.NotFound("no keys of kind " + word));
  }

  @PostMapping("/console/{slug}/keys/{kind:signing|document}/{id}/compromised")
  ModelAndView compromised(
      @PathVariable String slug,
      @PathVariable String kind,
      @PathVariable UUID id,
      @RequestParam(name = "since", defaultValue = "") String typed,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.OWNER);
    var key = keys.one(organisation, kind(kind), id);
    var since = day(typed).flatMap(day -> keys.lost(key, day));
    if (since.isEmpty()) {
      return View.of(
          "console/keys",
          page(organisation, shell.t("console.keys.day-wrong"), ""),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return proof
        .missing(request, here(organisation))
        .orElseGet(() -> {
          keys.compromise(StaffDoor.actor(shell), organisation, key, since.get());
          return SeeOther.at(shell.link(here(organisation) + "?done=compromised"));
        });
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String here(Organisation organisation) {
    return "/console/" + organisation.slug() + "/keys";
  }

  private KeysPage page(Organisation organisation, String problem, String done) {
    return new KeysPage(
        organisation.slug(),
        organisation.name(),
        issuers.did(organisation),
        keys.of(organisation, Kind.SIGNING).stream().map(KeyPages::row).toList(),
        keys.of(organisation, Kind.DOCUMENT).stream().map(KeyPages::row).toList(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
        problem,
        done);
  }

  private static KeysPage.Row row(Held key) {
    var state = key.state();
    var tone =
        switch (state) {
          case "compromised" -> "bad";
          case "retired" -> "none";
          default -> "good";
        };
    return new KeysPage.Row(
        key.id(),
        key.fingerprint(),
        key.publicKey(),
        key.since(),
        key.until(),
        key.compromised(),
        state,
        tone);
  }
}
