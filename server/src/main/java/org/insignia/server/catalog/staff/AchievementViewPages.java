package org.insignia.server.catalog.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.design.DesignDrawing;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.catalog.handmade.Neighbours;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.markdown.Markdown;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One achievement: all that is said of it, how it stands, how it looks. */
@Controller
class AchievementViewPages {
  private static final String SVG_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

  private final StaffDoor door;
  private final Achievements achievements;
  private final HandMade made;
  private final Neighbours neighbours;

  AchievementViewPages(
      StaffDoor door, Achievements achievements, HandMade made, Neighbours neighbours) {
    this.door = door;
    this.achievements = achievements;
    this.made = made;
    this.neighbours = neighbours;
  }

  static String path(Organisation organisation, AchievementId id) {
    return "/console/" + organisation.slug() + "/achievements/" + id.value();
  }

  /** The achievement of this id, if it is the organisation's. */
  static Achievement find(Achievements achievements, Organisation organisation, UUID id) {
    return achievements.get(List.of(new AchievementId(id))).stream()
        .filter(a -> a.organisation().equals(organisation.id()))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("no achievement " + id));
  }

  @GetMapping("/console/{slug}/achievements/{id}")
  ModelAndView view(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var achievement = find(achievements, organisation, id);
    var words = achievement.words(shell.language());
    var path = path(organisation, achievement.id());
    return View.of(
        "catalog/staff/achievement",
        new AchievementViewPage(
            organisation.slug(),
            organisation.name(),
            path,
            path + "/looks/" + achievement.design().value(),
            words.name(),
            AchievementListPages.word(achievement.kind()),
            AchievementListPages.word(achievement.state()),
            AchievementListPages.tone(achievement.state()),
            words.description(),
            Markdown.shown(words.criteria()),
            words.skills(),
            achievement.particulars().alignments(),
            facts(achievement.particulars()),
            achievement.lastDay(),
            Language.all().stream().filter(achievement.texts()::containsKey).toList(),
            made.looks(achievement.id()).size(),
            neighbours.next(achievement.id()).stream()
                .map(a -> a.words(shell.language()).name())
                .toList(),
            entry(organisation, achievement),
            achievement.isPublic()
                ? "/org/" + organisation.slug() + "/badge/" + achievement.slug()
                : "",
            door.may(shell, organisation, Role.ADMIN),
            done.matches("added|changed|active|archived|look") ? "achievements.done." + done : ""));
  }

  private static String entry(Organisation organisation, Achievement achievement) {
    return achievement.kind() == Kind.OWN
        ? ""
        : "/console/"
            + organisation.slug()
            + "/catalogue/"
            + URLEncoder.encode(achievement.sourceUid(), StandardCharsets.UTF_8);
  }

  private static List<AchievementViewPage.Fact> facts(Particulars about) {
    var facts = new ArrayList<AchievementViewPage.Fact>();
    fact("type", about.type(), facts);
    fact("level", about.level(), facts);
    fact("cost", about.cost(), facts);
    fact("effort", about.effort(), facts);
    fact("duplicates", about.duplicates(), facts);
    return facts;
  }

  private static void fact(
      String what, @Nullable Enum<?> value, List<AchievementViewPage.Fact> facts) {
    if (value != null) {
      var stem = "achievements." + what;
      facts.add(new AchievementViewPage.Fact(stem, stem + "." + value.name()));
    }
  }

  /** Publishes it, archives it, takes it out of the archive. */
  @PostMapping("/console/{slug}/achievements/{id}/state")
  ModelAndView stand(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var achievement = find(achievements, organisation, id);
    var wanted =
        switch (to) {
          case "active" -> State.ACTIVE;
          case "archived" -> State.ARCHIVED;
          default -> throw new Problem.NotFound("no such state: " + to);
        };
    made.stand(StaffDoor.actor(shell), organisation, achievement, wanted);
    return SeeOther.at(shell.link(path(organisation, achievement.id()) + "?done=" + to));
  }

  /** One of its looks; a look never changes. */
  @GetMapping("/console/{slug}/achievements/{id}/looks/{look}")
  ResponseEntity<byte[]> look(
      @PathVariable String slug, @PathVariable UUID id, @PathVariable UUID look, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var achievement = find(achievements, organisation, id);
    var known =
        made.looks(achievement.id()).stream()
            .map(version -> version.id())
            .filter(new DesignId(look)::equals)
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("no such look: " + look));
    return svg(
        DesignDrawing.svg(achievements.design(known)), "private, max-age=31536000, immutable");
  }

  static ResponseEntity<byte[]> svg(String svg, String kept) {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        .header("Cache-Control", kept)
        .header("Content-Security-Policy", SVG_POLICY)
        .body(svg.getBytes(StandardCharsets.UTF_8));
  }
}
