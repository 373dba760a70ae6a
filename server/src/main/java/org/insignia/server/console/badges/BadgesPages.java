package org.insignia.server.console.badges;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.mail.Bounce;
import org.insignia.server.platform.mail.Bounces;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Badges as staff look through them: which, whose, since when, and what became of them. */
@Controller
class BadgesPages {
  private static final int ON_A_PAGE = 25;

  private final StaffDoor door;
  private final Badges badges;
  private final Achievements achievements;
  private final Bounces bounces;

  BadgesPages(StaffDoor door, Badges badges, Achievements achievements, Bounces bounces) {
    this.door = door;
    this.badges = badges;
    this.achievements = achievements;
    this.bounces = bounces;
  }

  @GetMapping("/console/{slug}/badges")
  ModelAndView list(
      @PathVariable String slug, @RequestParam Map<String, String> query, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var asked = asked(query);
    var before = before(query.getOrDefault("before", ""));
    var found = badges.find(organisation.id(), asked, before, ON_A_PAGE);
    var all = achievements.all(organisation.id());
    var next =
        found.next() == null
            ? ""
            : path(slug) + "?" + asked.query() + "&before=" + found.next().value();
    return View.of(
        "console/badges",
        new BadgesPage(
            slug,
            organisation.name(),
            query.getOrDefault("done", "").equals("erase")
                ? shell.t("claims.offer.done.erase")
                : "",
            asked,
            choices(all, shell),
            rows(organisation, found.badges(), all, shell),
            door.may(shell, organisation, Role.ISSUER),
            next.isEmpty() ? "" : shell.link(next),
            before.isEmpty()));
  }

  static String path(String slug) {
    return "/console/" + slug + "/badges";
  }

  static Asked asked(Map<String, String> query) {
    return new Asked(
        query.getOrDefault("to", ""),
        query.getOrDefault("badge", ""),
        query.getOrDefault("state", ""),
        query.getOrDefault("from", ""),
        query.getOrDefault("until", ""));
  }

  private static Optional<CredentialId> before(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(new CredentialId(UUID.fromString(text)))
        : Optional.empty();
  }

  private static List<BadgesPage.Choice> choices(List<Achievement> all, Shell shell) {
    return all.stream()
        .map(
            a -> new BadgesPage.Choice(a.id().value().toString(), a.words(shell.language()).name()))
        .sorted(Comparator.comparing(BadgesPage.Choice::name))
        .toList();
  }

  private List<BadgesPage.Row> rows(
      Organisation organisation, List<Listed> found, List<Achievement> all, Shell shell) {
    Map<AchievementId, String> titles =
        all.stream()
            .collect(Collectors.toMap(Achievement::id, a -> a.words(shell.language()).name()));
    var bounced = bounced(found);
    var stem = "/console/" + organisation.slug();
    return found.stream()
        .map(listed -> {
          var badge = listed.badge();
          return new BadgesPage.Row(
              stem + "/badges/" + badge.id().value(),
              stem + "/people/" + badge.dossier().value(),
              Objects.requireNonNullElse(titles.get(badge.achievement()), "?"),
              badge.name(),
              badge.address(),
              badge.issuedAt(),
              listed.state(),
              EmailAddress.parse(badge.address()).filter(bounced::containsKey).isPresent());
        })
        .toList();
  }

  private Map<EmailAddress, Bounce> bounced(List<Listed> found) {
    return bounces.of(
        found.stream()
            .flatMap(listed -> EmailAddress.parse(listed.badge().address()).stream())
            .distinct()
            .toList());
  }
}
