package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Attributions;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An organisation and its badges, those that can be earned first. */
@Controller
class OrganisationPages {
  private static final int PER_PAGE = 48;

  private final Organisations organisations;
  private final Achievements achievements;
  private final Attributions attributions;

  OrganisationPages(
      Organisations organisations, Achievements achievements, Attributions attributions) {
    this.organisations = organisations;
    this.achievements = achievements;
    this.attributions = attributions;
  }

  @GetMapping("/org/{slug}")
  ModelAndView organisation(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "1") String page,
      Shell shell,
      HttpServletResponse response) {
    var organisation = find(organisations, slug);
    var all = achievements.all(organisation.id()).stream().filter(Achievement::isOffered).toList();
    var wanted = kind(kind);
    var query = q.strip();
    var fitting =
        all.stream()
            .filter(a -> wanted.isEmpty() || wanted.get() == a.kind())
            .filter(a -> isMeant(a, query, shell))
            .sorted(order(shell))
            .toList();
    int last = Math.max(1, (fitting.size() + PER_PAGE - 1) / PER_PAGE);
    int at = Math.clamp(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, 1, last);
    Caching.forEverybody(shell, response);
    var path = "/org/" + organisation.slug();
    var filter =
        path
            + "?q="
            + URLEncoder.encode(query, StandardCharsets.UTF_8)
            + "&kind="
            + word(wanted)
            + "&page=";
    return View.of(
        "sharing/organisation",
        new OrganisationPage(
            path,
            organisation.name(),
            site(organisation),
            organisation.description(),
            organisation.logoPath(),
            Objects.requireNonNullElse(organisation.domain(), ""),
            query,
            word(wanted),
            fitting.stream()
                .skip((long) (at - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .map(a -> tile(path, a, shell))
                .toList(),
            fitting.size(),
            all.size(),
            at > 1 ? filter + (at - 1) : "",
            at < last ? filter + (at + 1) : "",
            attributions.of(organisation.id()).orElse(""),
            sheet(organisation),
            meta(organisation, all.size(), shell)));
  }

  static Organisation find(Organisations organisations, String slug) {
    return organisations
        .find(slug)
        .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
  }

  static String site(Organisation organisation) {
    var url = organisation.url();
    return url == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
        ? ""
        : url.toString();
  }

  static String sheet(Organisation organisation) {
    return Accent.parse(organisation.accent()).map(Accent::sheet).orElse("");
  }

  static String picture(String path, Achievement achievement, int size) {
    return path
        + "/badge/"
        + achievement.slug()
        + "/image.png?design="
        + achievement.design().value()
        + "&size="
        + size;
  }

  private static Optional<Kind> kind(String word) {
    return switch (word) {
      case "exam" -> Optional.of(Kind.EXAM);
      case "certification" -> Optional.of(Kind.CERTIFICATION);
      case "own" -> Optional.of(Kind.OWN);
      default -> Optional.empty();
    };
  }

  private static String word(Optional<Kind> kind) {
    return kind.map(k -> k.name().toLowerCase(Locale.ROOT)).orElse("");
  }

  private static boolean isMeant(Achievement achievement, String query, Shell shell) {
    var words = query.toLowerCase(Locale.ROOT).split("\\s+");
    var text =
        (achievement.words(shell.language()).name()
                + " "
                + achievement.name()
                + " "
                + (achievement.kind() == Kind.OWN ? "" : achievement.sourceUid()))
            .toLowerCase(Locale.ROOT);
    return List.of(words).stream().allMatch(text::contains);
  }

  private static Comparator<Achievement> order(Shell shell) {
    var collator = Collator.getInstance(shell.language().locale());
    return Comparator.comparing((Achievement a) -> a.state() != State.ACTIVE)
        .thenComparing(a -> a.kind() != Kind.CERTIFICATION)
        .thenComparing(a -> a.words(shell.language()).name(), collator)
        .thenComparing(Achievement::slug);
  }

  static OrganisationPage.Tile tile(String path, Achievement achievement, Shell shell) {
    var note =
        achievement.state() == State.ACTIVE
            ? AchievementPages.kindKey(achievement)
            : "sharing.achievement.over";
    return new OrganisationPage.Tile(
        path + "/badge/" + achievement.slug(),
        picture(path, achievement, 400),
        achievement.words(shell.language()).name(),
        note);
  }

  private static Meta meta(Organisation organisation, int count, Shell shell) {
    var url = shell.absolute("/org/" + organisation.slug());
    var schema =
        new java.util.LinkedHashMap<String, Object>(
            Map.of("@type", "Organization", "@id", url, "name", organisation.name(), "url", url));
    if (!site(organisation).isEmpty()) {
      schema.put("sameAs", site(organisation));
    }
    var meta =
        Meta.of(
            organisation.name(),
            shell.n("sharing.directory.count", count),
            url,
            "",
            "/org/" + organisation.slug() + "/profile.json",
            schema);
    return count == 0 ? meta : meta.withSocial(url + "/social.png?lang=" + shell.language().tag());
  }
}
