package org.insignia.server.catalog.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everything that an organisation gives badges for. */
@Controller
class AchievementListPages {
  private static final int PER_PAGE = 50;

  private final StaffDoor door;
  private final Achievements achievements;

  AchievementListPages(StaffDoor door, Achievements achievements) {
    this.door = door;
    this.achievements = achievements;
  }

  /** What is asked for. */
  private record Asked(String search, String show, String made) {
    boolean fits(Achievement achievement, Shell shell) {
      var names = achievement.words(shell.language()).name() + " " + achievement.name();
      return names.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT))
          && (show.isEmpty() || word(achievement.state()).equals(show))
          && (made.isEmpty() || word(achievement.kind()).equals(made));
    }

    String page(String slug, int number) {
      return "/console/%s/achievements?search=%s&show=%s&made=%s&page=%d"
          .formatted(slug, URLEncoder.encode(search, StandardCharsets.UTF_8), show, made, number);
    }
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @GetMapping("/console/{slug}/achievements")
  ModelAndView list(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "") String made,
      @RequestParam(defaultValue = "1") String page,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var asked =
        new Asked(
            search.strip(),
            show.matches("draft|active|retired|archived") ? show : "",
            made.matches("own|exam|certification") ? made : "");
    var all = achievements.all(organisation.id());
    var fitting = all.stream().filter(a -> asked.fits(a, shell)).sorted(order(shell)).toList();
    int last = Math.max(1, (fitting.size() + PER_PAGE - 1) / PER_PAGE);
    int at = Math.clamp(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, 1, last);
    return View.of(
        "catalog/staff/achievements",
        new AchievementListPage(
            organisation.slug(),
            organisation.name(),
            asked.search(),
            asked.show(),
            asked.made(),
            door.may(shell, organisation, Role.ADMIN),
            rows(organisation, fitting, at, shell),
            fitting.size(),
            all.isEmpty(),
            at > 1 ? asked.page(slug, at - 1) : "",
            at < last ? asked.page(slug, at + 1) : ""));
  }

  private static Comparator<Achievement> order(Shell shell) {
    var collator = Collator.getInstance(shell.language().locale());
    return Comparator.comparing(Achievement::state)
        .thenComparing(a -> a.words(shell.language()).name(), collator)
        .thenComparing(Achievement::slug);
  }

  private static List<AchievementListPage.Row> rows(
      Organisation organisation, List<Achievement> fitting, int at, Shell shell) {
    return fitting.stream()
        .skip((long) (at - 1) * PER_PAGE)
        .limit(PER_PAGE)
        .map(a -> {
          var path = AchievementViewPages.path(organisation, a.id());
          return new AchievementListPage.Row(
              path,
              path + "/looks/" + a.design().value(),
              a.words(shell.language()).name(),
              "achievements.made." + word(a.kind()),
              "achievements.state." + word(a.state()),
              tone(a.state()));
        })
        .toList();
  }

  static String tone(Achievement.State state) {
    return switch (state) {
      case DRAFT -> "warn";
      case ACTIVE -> "good";
      case RETIRED, ARCHIVED -> "off";
    };
  }
}
