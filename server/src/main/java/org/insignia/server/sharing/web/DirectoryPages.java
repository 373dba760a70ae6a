package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page, and the organisations of this server. */
@Controller
class DirectoryPages {
  private static final int ON_FIRST_PAGE = 6;
  private static final int PER_PAGE = 100;
  private static final int LONGEST = 100;

  /** The first page shows a few that have badges; they are looked for among so many. */
  private static final int LOOKED_AT = 200;

  private final Organisations organisations;
  private final Achievements achievements;

  DirectoryPages(Organisations organisations, Achievements achievements) {
    this.organisations = organisations;
    this.achievements = achievements;
  }

  @GetMapping("/")
  ModelAndView start(Shell shell, HttpServletResponse response) {
    Caching.forEverybody(shell, response);
    var looked = entries(organisations.named("", 0, LOOKED_AT));
    var some = looked.stream().filter(e -> e.achievements() > 0).limit(ON_FIRST_PAGE).toList();
    var meta =
        Meta.of(
            shell.t("sharing.start.title"),
            shell.t("sharing.start.lead"),
            shell.absolute("/"),
            "",
            "",
            Map.of("@type", "WebSite", "name", "Insignia", "url", shell.absolute("/")));
    return View.of("sharing/start", new StartPage(some, looked.size() > some.size(), meta));
  }

  @GetMapping("/org")
  ModelAndView directory(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") String page,
      Shell shell,
      HttpServletResponse response) {
    Caching.forEverybody(shell, response);
    var query = plain(q);
    int fitting = organisations.countNamed(query);
    int last = Math.max(1, (fitting + PER_PAGE - 1) / PER_PAGE);
    int at = Math.clamp(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, 1, last);
    var meta =
        Meta.of(
            shell.t("sharing.directory.title"),
            shell.t("sharing.directory.lead"),
            shell.absolute(path("", at)),
            "",
            "",
            Map.of("@type", "CollectionPage", "name", shell.t("sharing.directory.title")));
    return View.of(
        "sharing/directory",
        new DirectoryPage(
            query,
            entries(organisations.named(query, (at - 1) * PER_PAGE, PER_PAGE)),
            query.isEmpty() ? fitting : organisations.countNamed(""),
            at > 1 ? path(query, at - 1) : "",
            at < last ? path(query, at + 1) : "",
            meta));
  }

  /** A NUL is no text to the database. */
  private static String plain(String typed) {
    var text = typed.replace("\0", "").strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  private static String path(String query, int page) {
    var asked = new ArrayList<String>();
    if (!query.isEmpty()) {
      asked.add("q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
    if (page > 1) {
      asked.add("page=" + page);
    }
    return "/org" + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
  }

  private List<DirectoryPage.Entry> entries(List<Organisation> shown) {
    var counts = achievements.counts(shown.stream().map(Organisation::id).toList());
    return shown.stream()
        .map(o ->
            new DirectoryPage.Entry("/org/" + o.slug(), o.name(), counts.getOrDefault(o.id(), 0)))
        .toList();
  }
}
