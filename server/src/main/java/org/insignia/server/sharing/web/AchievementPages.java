package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Attributions;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.Earners;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a badge certifies and how it is earned; its address is the achievement's id in credentials.
 */
@Controller
class AchievementPages {
  private final Organisations organisations;
  private final Achievements achievements;
  private final Earners earners;
  private final Attributions attributions;
  private final Beside beside;

  AchievementPages(
      Organisations organisations,
      Achievements achievements,
      Earners earners,
      Attributions attributions,
      Beside beside) {
    this.organisations = organisations;
    this.achievements = achievements;
    this.earners = earners;
    this.attributions = attributions;
    this.beside = beside;
  }

  @GetMapping("/org/{slug}/badge/{achievement:[a-z0-9-]+}")
  ModelAndView achievement(
      @PathVariable String slug,
      @PathVariable String achievement,
      Shell shell,
      HttpServletResponse response) {
    var organisation = OrganisationPages.find(organisations, slug);
    var found =
        achievements
            .bySlug(organisation.id(), achievement)
            .filter(Achievement::isPublic)
            .orElseThrow(() -> new Problem.NotFound("there is no achievement " + achievement));
    Caching.forEverybody(shell, response);
    var words = found.words(shell.language());
    var home = "/org/" + organisation.slug();
    return View.of(
        "sharing/achievement",
        new AchievementPage(
            home + "/badge/" + found.slug(),
            words.name(),
            found.spoken(shell.language()) == shell.language()
                ? null
                : found.spoken(shell.language()).tag(),
            kindKey(found),
            OrganisationPages.picture(home, found, 600),
            organisation.name(),
            home,
            OrganisationPages.site(organisation),
            Paragraphs.of(words.description()),
            words.skills(),
            words.criteria(),
            found.particulars().alignments(),
            beside.next(organisation, found.id(), shell),
            beside.together(organisation, found.id(), shell),
            found.state() == State.ACTIVE,
            found.lastDay(),
            earners.count(found.id()),
            earners.listed(found.id()),
            attributions.of(organisation.id()).orElse(""),
            OrganisationPages.sheet(organisation),
            meta(organisation, found, shell)));
  }

  static String kindKey(Achievement achievement) {
    return switch (achievement.kind()) {
      case EXAM -> "sharing.achievement.exam";
      case CERTIFICATION -> "sharing.achievement.certification";
      case OWN -> "sharing.achievement.own";
    };
  }

  private static Meta meta(Organisation organisation, Achievement achievement, Shell shell) {
    var words = achievement.words(shell.language());
    var path = "/org/" + organisation.slug() + "/badge/" + achievement.slug();
    var image =
        shell.absolute(OrganisationPages.picture("/org/" + organisation.slug(), achievement, 600));
    var issuer =
        Map.of(
            "@type", "Organization",
            "name", organisation.name(),
            "url", shell.absolute("/org/" + organisation.slug()));
    return Meta.of(
            words.name(),
            words.description(),
            shell.absolute(path),
            image,
            path + ".json",
            Map.of(
                "@type",
                "EducationalOccupationalCredential",
                "@id",
                shell.absolute(path),
                "name",
                words.name(),
                "description",
                words.description(),
                "image",
                image,
                "credentialCategory",
                "badge",
                "recognizedBy",
                issuer))
        .withSocial(shell.absolute(path + "/social.png?lang=" + shell.language().tag()));
  }
}
