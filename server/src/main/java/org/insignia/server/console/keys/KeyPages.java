package org.insignia.server.console.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.keys.DocumentKeys;
import org.insignia.server.keys.Issuers;
import org.insignia.server.keys.KeyId;
import org.insignia.server.keys.PublishedCertificate;
import org.insignia.server.keys.PublishedKey;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
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
  private final SigningKeys signing;
  private final DocumentKeys documents;
  private final Issuers issuers;
  private final Proof proof;
  private final Clock clock;

  KeyPages(
      StaffDoor door,
      SigningKeys signing,
      DocumentKeys documents,
      Issuers issuers,
      Proof proof,
      Clock clock) {
    this.door = door;
    this.signing = signing;
    this.documents = documents;
    this.issuers = issuers;
    this.proof = proof;
    this.clock = clock;
  }

  @GetMapping("/console/{slug}/keys")
  ModelAndView look(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      Shell shell) {
    if (Door.person().isEmpty()) {
      return Door.signInFirst(request);
    }
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
          if (kind.equals("signing")) {
            signing.rotate(StaffDoor.actor(shell), organisation.id());
          } else {
            documents.rotate(StaffDoor.actor(shell), organisation.id());
          }
          return SeeOther.at(shell.link(here(organisation) + "?done=rotated"));
        });
  }

  @PostMapping("/console/{slug}/keys/{kind:signing|document}/{id}/compromised")
  ModelAndView compromised(
      @PathVariable String slug,
      @PathVariable String kind,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String since,
      HttpServletRequest request,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.OWNER);
    var begun = made(organisation, kind, id);
    var day = day(since, begun);
    if (day.isEmpty()) {
      return View.of(
          "console/keys",
          page(organisation, shell.t("console.keys.day-wrong"), ""),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return proof
        .missing(request, here(organisation))
        .orElseGet(() -> {
          var actor = StaffDoor.actor(shell);
          if (kind.equals("signing")) {
            signing.compromise(actor, organisation.id(), new KeyId(id), day.get());
          } else {
            documents.compromise(actor, organisation.id(), new KeyId(id), day.get());
          }
          return SeeOther.at(shell.link(here(organisation) + "?done=compromised"));
        });
  }

  private Instant made(Organisation organisation, String kind, UUID id) {
    var begun =
        kind.equals("signing")
            ? signing.published(organisation).stream()
                .filter(k -> k.id().value().equals(id))
                .map(PublishedKey::createdAt)
                .findFirst()
            : documents.published(organisation.id()).stream()
                .filter(k -> k.id().value().equals(id))
                .map(PublishedCertificate::validFrom)
                .findFirst();
    return begun.orElseThrow(() -> new Problem.NotFound("no such key here"));
  }

  /**
   * The beginning of the day that was typed, but not before the key was made: signatures name whole
   * seconds, so its first one counts from the beginning of that second.
   */
  private Optional<Instant> day(String typed, Instant made) {
    try {
      var day = LocalDate.parse(typed);
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      if (day.isAfter(today) || day.isBefore(LocalDate.ofInstant(made, ZoneOffset.UTC))) {
        return Optional.empty();
      }
      var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      return Optional.of(start.isBefore(made) ? made.truncatedTo(ChronoUnit.SECONDS) : start);
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
        signing.published(organisation).reversed().stream()
            .map(k ->
                row(k.id().value(), k.multibase(), k.createdAt(), k.retiredAt(), k.compromisedAt()))
            .toList(),
        documents.published(organisation.id()).stream()
            .map(k ->
                row(k.id().value(), k.multibase(), k.validFrom(), k.retiredAt(), k.compromisedAt()))
            .toList(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
        problem,
        done);
  }

  private static KeysPage.Row row(
      UUID id,
      String publicKey,
      Instant since,
      @Nullable Instant until,
      @Nullable Instant compromised) {
    var state = compromised != null ? "compromised" : until != null ? "retired" : "current";
    var tone =
        switch (state) {
          case "compromised" -> "bad";
          case "retired" -> "none";
          default -> "good";
        };
    return new KeysPage.Row(
        id, fingerprint(publicKey), publicKey, since, until, compromised, state, tone);
  }

  private static String fingerprint(String publicKey) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(publicKey.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16).replaceAll("(.{4})(?!$)", "$1 ");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
