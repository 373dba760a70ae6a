package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.web.ProfilePage.Choice;
import org.insignia.server.sharing.web.ProfilePage.Option;
import org.insignia.server.sharing.web.ProfilePage.Tile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A person's public badges. Somebody who shows none has no page: nobody learns that they are here.
 */
@Controller
class ProfilePages {
  private static final int MOST_SKILLS = 40;

  private final Accounts accounts;
  private final PublicBadges badges;
  private final Clock clock;

  ProfilePages(Accounts accounts, PublicBadges badges, Clock clock) {
    this.accounts = accounts;
    this.badges = badges;
    this.clock = clock;
  }

  @GetMapping("/users/{vanity:[a-z0-9-]{1,80}}")
  ModelAndView profile(
      @PathVariable String vanity,
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam(required = false) @Nullable String skill,
      @RequestParam(required = false) @Nullable String year,
      Shell shell,
      HttpServletResponse response) {
    var person = accounts.byVanity(vanity).orElseThrow(() -> notFound(vanity));
    boolean own = person.id().equals(BadgePages.asking(shell));
    var all = badges.heldBy(person.id(), BadgePages.asking(shell));
    if (all.isEmpty() && !own) {
      throw notFound(vanity);
    }
    Caching.forEverybody(shell, response);
    var byOrganisation = ProfilePage.choice(organisation, organisations(all));
    var bySkill = ProfilePage.choice(skill, skills(all, shell));
    var byYear = ProfilePage.choice(year, years(all));
    var shown =
        all.stream()
            .filter(b -> fits(byOrganisation, Stream.of(b.organisation().slug())))
            .filter(b -> fits(bySkill, skills(b, shell).stream()))
            .filter(b -> fits(byYear, Stream.of(year(b))))
            .map(b -> tile(b, shell))
            .toList();
    return View.of(
        "sharing/profile",
        new ProfilePage(
            "/users/" + vanity,
            person.name(),
            shown,
            all.size(),
            byOrganisation,
            bySkill,
            byYear,
            own,
            meta(person, all, shell)));
  }

  private static Problem.NotFound notFound(String vanity) {
    return new Problem.NotFound("there is no public profile " + vanity);
  }

  private static boolean fits(Choice choice, Stream<String> values) {
    return choice.chosen().isEmpty() || values.anyMatch(choice.chosen()::equals);
  }

  private static List<Option> organisations(List<ShownBadge> all) {
    return all.stream()
        .map(ShownBadge::organisation)
        .distinct()
        .map(o -> new Option(o.slug(), o.name()))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  private static List<Option> skills(List<ShownBadge> all, Shell shell) {
    return all.stream()
        .flatMap(b -> skills(b, shell).stream())
        .distinct()
        .sorted()
        .limit(MOST_SKILLS)
        .map(s -> new Option(s, s))
        .toList();
  }

  private static List<String> skills(ShownBadge badge, Shell shell) {
    return badge.achievement().words(shell.language()).skills();
  }

  private static List<Option> years(List<ShownBadge> all) {
    return all.stream().map(ProfilePages::year).distinct().map(y -> new Option(y, y)).toList();
  }

  private static String year(ShownBadge badge) {
    return Integer.toString(badge.credential().earnedAt().atZone(ZoneOffset.UTC).getYear());
  }

  private Tile tile(ShownBadge badge, Shell shell) {
    var credential = badge.credential();
    var until = credential.validUntil();
    boolean expired = until != null && until.isBefore(clock.instant());
    return new Tile(
        credential.path(),
        badge.picture(400),
        badge.achievement().words(shell.language()).name(),
        badge.organisation().name(),
        credential.earnedAt(),
        credential.state() == State.SUSPENDED || expired ? "warn" : "",
        credential.state() == State.SUSPENDED
            ? "verification.verdict.suspended.title"
            : expired ? "verification.verdict.expired.title" : "");
  }

  private static Meta meta(Person person, List<ShownBadge> all, Shell shell) {
    var url = shell.absolute("/users/" + person.vanity());
    var image = all.isEmpty() ? "" : shell.absolute(all.getFirst().picture(600));
    var text = shell.n("sharing.profile.count", all.size());
    var schema =
        Map.<String, Object>of(
            "@type",
            "ProfilePage",
            "mainEntity",
            Map.of("@type", "Person", "name", person.name(), "url", url));
    return Meta.of(person.name(), text, url, image, "", schema);
  }
}
