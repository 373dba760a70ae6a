package org.insignia.server.catalog.staff;

import java.util.List;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.DesignDrawing;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.design.Readability;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.catalog.handmade.LookVersion;
import org.insignia.server.catalog.wording.BadgeLooks;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** How badges look: composed with a picture at hand, brought as a picture, gone back to. */
@Controller
class LookPages {
  private static final String LOOK = "/console/{slug}/achievements/{id}/look";

  private final StaffDoor door;
  private final Achievements achievements;
  private final HandMade made;
  private final BroughtPictures brought;

  LookPages(StaffDoor door, Achievements achievements, HandMade made, BroughtPictures brought) {
    this.door = door;
    this.achievements = achievements;
    this.made = made;
    this.brought = brought;
  }

  /** What a request is about. */
  private record Case(Organisation organisation, Achievement achievement, Shell shell) {
    String path() {
      return AchievementViewPages.path(organisation, achievement.id()) + "/look";
    }

    String name() {
      return achievement.words(shell.language()).name();
    }

    /** A look to begin with, where the present one is no composed one. */
    Design first() {
      return BadgeLooks.of(
          achievement.words(achievement.main()).name(),
          achievement.particulars().level(),
          organisation.name());
    }
  }

  private Case enter(Shell shell, String slug, UUID id, Role role) {
    var organisation = door.enter(shell, slug, role);
    return new Case(organisation, AchievementViewPages.find(achievements, organisation, id), shell);
  }

  @GetMapping(LOOK)
  ModelAndView look(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var about = enter(shell, slug, id, Role.VIEWER);
    return page(about, new Faults(shell));
  }

  /** The picture of what is chosen and typed; nothing is kept. */
  @GetMapping(LOOK + "/preview.svg")
  ResponseEntity<byte[]> drawn(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Shell shell) {
    var about = enter(shell, slug, id, Role.VIEWER);
    var design = LookForm.read(sent).nearest(about.first());
    return AchievementViewPages.svg(DesignDrawing.svg(design), "private, max-age=600");
  }

  /** The figure alone, for a page that changes it while one types. */
  @GetMapping(LOOK + "/preview")
  ModelAndView figure(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Shell shell) {
    var about = enter(shell, slug, id, Role.VIEWER);
    return View.of("catalog/staff/figure", trial(about, LookForm.read(sent)));
  }

  /** Shows what was chosen, or gives it to badges from now on. */
  @PostMapping(LOOK)
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Shell shell) {
    var about = enter(shell, slug, id, Role.ADMIN);
    var form = LookForm.read(sent);
    var faults = new Faults(shell);
    var design = form.design(faults);
    if (design.isEmpty() || !Typed.line(sent, "do").equals("save")) {
      return page(about, form, trial(about, form), faults);
    }
    return given(about, design.get());
  }

  private ModelAndView given(Case about, BadgeLook look) {
    made.giveLook(StaffDoor.actor(about.shell()), about.organisation(), about.achievement(), look);
    return done(about);
  }

  private static ModelAndView done(Case about) {
    return SeeOther.at(
        about
            .shell()
            .link(
                AchievementViewPages.path(about.organisation(), about.achievement().id())
                    + "?done=look"));
  }

  @PostMapping(LOOK + "/picture")
  ModelAndView picture(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(name = "picture", required = false) @Nullable MultipartFile file,
      Shell shell) {
    var about = enter(shell, slug, id, Role.ADMIN);
    var faults = new Faults(shell);
    return brought
        .read(about.achievement().words(about.achievement().main()).name(), file, faults)
        .map(look -> given(about, look))
        .orElseGet(() -> page(about, faults));
  }

  @PostMapping(LOOK + "/back")
  ModelAndView back(
      @PathVariable String slug, @PathVariable UUID id, @RequestParam UUID look, Shell shell) {
    var about = enter(shell, slug, id, Role.ADMIN);
    made.goBack(
        StaffDoor.actor(shell), about.organisation(), about.achievement(), new DesignId(look));
    return done(about);
  }

  /** The page with the present look. */
  private ModelAndView page(Case about, Faults faults) {
    var now = about.achievement().design();
    var look = achievements.design(now);
    var composed = look instanceof Design design ? design : null;
    var figure =
        new LookPage.Figure(
            picture(about, now),
            about.name(),
            false,
            composed == null ? null : Readability.of(composed.metal(), composed.enamel()));
    return page(about, LookForm.of(composed == null ? about.first() : composed), figure, faults);
  }

  private ModelAndView page(Case about, LookForm form, LookPage.Figure figure, Faults faults) {
    var looks = made.looks(about.achievement().id());
    return faults.page(
        "catalog/staff/look",
        new LookPage(
            about.organisation().slug(),
            about.organisation().name(),
            about.path(),
            about.name(),
            form,
            figure,
            versions(about, looks),
            door.may(about.shell(), about.organisation(), Role.ADMIN),
            faults));
  }

  private static List<LookPage.Version> versions(Case about, List<LookVersion> looks) {
    return looks.stream()
        .map(look ->
            new LookPage.Version(
                look.id().value(),
                look.number(),
                picture(about, look.id()),
                look.since(),
                look.byHand(),
                look.equals(looks.getFirst())))
        .toList();
  }

  private static String picture(Case about, DesignId look) {
    return AchievementViewPages.path(about.organisation(), about.achievement().id())
        + "/looks/"
        + look.value();
  }

  private static LookPage.Figure trial(Case about, LookForm form) {
    var nearest = form.nearest(about.first());
    var picture = about.path() + "/preview.svg?" + LookForm.of(nearest).query();
    return new LookPage.Figure(
        picture, about.name(), true, Readability.of(nearest.metal(), nearest.enamel()));
  }
}
