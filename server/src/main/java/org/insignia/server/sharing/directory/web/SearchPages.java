package org.insignia.server.sharing.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.directory.Directory;
import org.insignia.server.sharing.directory.DirectoryEntry.Kind;
import org.insignia.server.sharing.directory.Wanted;
import org.insignia.server.sharing.web.Caching;
import org.insignia.server.sharing.web.Meta;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The directory: badges, organisations, and people who chose to be listed. */
@Controller
class SearchPages {
  private static final int LONGEST = 100;
  private static final int LAST_PAGE = 400;
  private static final Set<String> WHAT = Set.of("badges", "organisations", "people");

  private final Directory directory;
  private final Organisations organisations;
  private final Clock clock;

  SearchPages(Directory directory, Organisations organisations, Clock clock) {
    this.directory = directory;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** What was typed and chosen; what cannot be read means nothing was. */
  private record Asked(
      String what, String q, String kind, String organisation, String skill, boolean earnable) {
    String path(String otherSkill, int page) {
      return "/directory?what="
          + what
          + part("q", q)
          + part("kind", kind)
          + part("organisation", organisation)
          + part("skill", otherSkill)
          + (earnable ? "&earnable=yes" : "")
          + (page == 1 ? "" : "&page=" + page);
    }

    private static String part(String name, String value) {
      return value.isEmpty()
          ? ""
          : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }

  @GetMapping("/directory")
  ModelAndView search(
      @RequestParam(defaultValue = "badges") String what,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String skill,
      @RequestParam(defaultValue = "") String earnable,
      @RequestParam(defaultValue = "1") String page,
      Shell shell,
      HttpServletResponse response) {
    Caching.forEverybody(shell, response);
    var asked =
        new Asked(
            WHAT.contains(what) ? what : "badges",
            plain(q),
            Set.of("exam", "certification", "own").contains(kind) ? kind : "",
            plain(organisation),
            plain(skill),
            earnable.equals("yes"));
    int number = page.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(page), 1, LAST_PAGE) : 1;
    return View.of(
        "directory/directory",
        asked.what().equals("people") ? people(asked, number, shell) : found(asked, number, shell));
  }

  /** A NUL is no text to the database. */
  private static String plain(String typed) {
    var text = typed.replace("\0", "").strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  private SearchPage found(Asked asked, int number, Shell shell) {
    var chosen = organisations.find(asked.organisation()).orElse(null);
    var wanted =
        new Wanted(
            asked.q(),
            kinds(asked),
            chosen == null ? null : chosen.id(),
            asked.skill(),
            asked.earnable(),
            shell.language());
    var found = directory.find(wanted, number);
    var bySlug =
        organisations
            .get(found.organisations().keySet().stream().map(OrganisationId::new).toList())
            .stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::slug));
    Map<String, String> choices = new LinkedHashMap<>();
    found
        .organisations()
        .forEach((id, name) -> choices.put(bySlug.getOrDefault(new OrganisationId(id), ""), name));
    if (chosen != null) {
      // Only the most frequent ones are offered; a form without the chosen one would drop it.
      choices.putIfAbsent(chosen.slug(), chosen.name());
    }
    Map<String, String> skills = new LinkedHashMap<>();
    found.skills().forEach(s -> skills.put(s, asked.path(s, 1)));
    return new SearchPage(
        asked.what(),
        asked.q(),
        asked.kind(),
        chosen == null ? "" : chosen.slug(),
        choices,
        asked.skill(),
        skills,
        asked.earnable(),
        found.entries(),
        List.of(),
        found.nearly(),
        found.total(),
        found.more(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        found.page() > 1 ? asked.path(asked.skill(), found.page() - 1) : "",
        found.page() < found.pages() ? asked.path(asked.skill(), found.page() + 1) : "",
        meta(shell));
  }

  private static Set<Kind> kinds(Asked asked) {
    if (asked.what().equals("organisations")) {
      return EnumSet.of(Kind.ORGANISATION);
    }
    return switch (asked.kind()) {
      case "exam" -> EnumSet.of(Kind.EXAM);
      case "certification" -> EnumSet.of(Kind.CERTIFICATION);
      case "own" -> EnumSet.of(Kind.OWN);
      default -> EnumSet.of(Kind.EXAM, Kind.CERTIFICATION, Kind.OWN);
    };
  }

  private SearchPage people(Asked asked, int number, Shell shell) {
    var people = directory.people(asked.q(), number);
    boolean more = people.size() > Directory.PER_PAGE;
    return new SearchPage(
        asked.what(),
        asked.q(),
        "",
        "",
        Map.of(),
        "",
        Map.of(),
        false,
        List.of(),
        people.stream().limit(Directory.PER_PAGE).toList(),
        false,
        Math.min(people.size(), Directory.PER_PAGE),
        more,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        number > 1 ? asked.path("", number - 1) : "",
        more ? asked.path("", number + 1) : "",
        meta(shell));
  }

  private static Meta meta(Shell shell) {
    return Meta.of(
        shell.t("directory.title"),
        shell.t("directory.lead"),
        shell.absolute("/directory"),
        "",
        "",
        Map.of("@type", "SearchResultsPage", "name", shell.t("directory.title")));
  }
}
