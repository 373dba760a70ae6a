package org.insignia.server.organisations.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.PublicAnswer;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What an organisation says of itself: seen by its members, changed by administrators. */
@Controller
class SettingsPages {
  private static final Duration KEPT = Duration.ofDays(1);

  private final StaffDoor door;
  private final Organisations organisations;
  private final OrganisationSettings settings;
  private final Logos logos;

  SettingsPages(
      StaffDoor door, Organisations organisations, OrganisationSettings settings, Logos logos) {
    this.door = door;
    this.organisations = organisations;
    this.settings = settings;
    this.logos = logos;
  }

  @GetMapping("/console/{slug}/settings")
  ModelAndView look(
      @PathVariable String slug, @RequestParam(defaultValue = "") String done, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var shown = new Shown(SettingsWish.of(organisation), false, done.equals("saved"));
    return page(organisation, shown, new Problems(), shell);
  }

  /** Saves, or shows what was typed. */
  @PostMapping("/console/{slug}/settings")
  ModelAndView change(
      @PathVariable String slug,
      @RequestParam Map<String, String> form,
      @RequestParam(name = "logo-file", required = false) @Nullable MultipartFile file,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var wish = SettingsWish.typed(form);
    var problems = problems(organisation, wish, shell);
    var logo = logo(file, problems, shell);
    if (problems.none() && form.getOrDefault("do", "").equals("save")) {
      settings.change(
          StaffDoor.actor(shell),
          organisation,
          wish,
          logo.orElse(null),
          form.containsKey("logo-gone"));
      return SeeOther.at(shell.link("/console/" + slug + "/settings?done=saved"));
    }
    return page(organisation, new Shown(wish, true, false), problems, shell);
  }

  private Problems problems(Organisation organisation, SettingsWish wish, Shell shell) {
    var problems = new Problems();
    settings
        .nameProblem(organisation, wish.name())
        .ifPresent(p ->
            problems.add(
                "name", p.other().isEmpty() ? shell.t(p.key()) : shell.t(p.key(), p.other())));
    if (!wish.hasSite()) {
      problems.add("url", shell.t("organisations.settings.url-wrong"));
    }
    if (!wish.email().isEmpty() && wish.mailbox().isEmpty()) {
      problems.add("email", shell.t("organisations.staff.address-wrong"));
    }
    if (!wish.hasPlainDescription()) {
      problems.add(
          "description",
          shell.t("organisations.settings.description-wrong", Organisation.LONGEST_DESCRIPTION));
    }
    if (!wish.hasAccent()) {
      problems.add("accent", shell.t("organisations.settings.accent-wrong"));
    }
    return problems;
  }

  private Optional<Logos.Drawn> logo(@Nullable MultipartFile file, Problems problems, Shell shell) {
    if (file == null || file.isEmpty()) {
      return Optional.empty();
    }
    try (var in = file.getInputStream()) {
      return switch (logos.draw(in)) {
        case Logos.Drawn drawn -> Optional.of(drawn);
        case Logos.Refused(var why) -> refused(why, problems, shell);
      };
    } catch (IOException e) {
      return refused(Refusal.UNREADABLE, problems, shell);
    }
  }

  private static Optional<Logos.Drawn> refused(Refusal why, Problems problems, Shell shell) {
    problems.add(
        "logo-file",
        shell.t(
            "organisations.settings.logo." + why.name(),
            why == Refusal.TOO_LARGE ? UploadedPictures.MOST_BYTES >> 20 : 0));
    return Optional.empty();
  }

  /** What the form holds; {@code trial} says that it is not saved. */
  private record Shown(SettingsWish wish, boolean trial, boolean saved) {}

  private ModelAndView page(
      Organisation organisation, Shown shown, Problems problems, Shell shell) {
    var accent =
        Accent.parse(shown.wish().accent())
            .or(() -> Accent.parse(organisation.accent()))
            .orElseThrow();
    var page =
        new SettingsPage(
            organisation.slug(),
            organisation.name(),
            shown.wish(),
            organisation.logoPath(),
            accent.sheet(),
            accent.onLight(),
            !accent.onLight().equals(shown.wish().accent()),
            shown.trial() && problems.none(),
            shown.saved(),
            door.may(shell, organisation, Role.ADMIN),
            problems);
    return Form.of("organisations/settings", page, problems);
  }

  /** The logo for everybody; its address changes with the picture. */
  @GetMapping("/org/{slug}/logo.png")
  ResponseEntity<byte[]> logo(@PathVariable String slug, HttpServletRequest request) {
    var logo =
        organisations
            .find(slug)
            .filter(o -> o.logo() != null)
            .flatMap(o -> organisations.logo(o.id()))
            .orElseThrow(() -> new Problem.NotFound("no logo of " + slug));
    return PublicAnswer.of(logo.png(), "image/png", KEPT).to(request);
  }
}
