package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
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
  private static final int MOST = 500;

  private final Organisations organisations;
  private final Achievements achievements;

  DirectoryPages(Organisations organisations, Achievements achievements) {
    this.organisations = organisations;
    this.achievements = achievements;
  }

  @GetMapping("/")
  ModelAndView start(Shell shell, HttpServletResponse response) {
    Caching.forEverybody(shell, response);
    var all = organisations.all();
    var some =
        all.stream()
            .map(this::entry)
            .filter(e -> e.achievements() > 0)
            .limit(ON_FIRST_PAGE)
            .toList();
    var meta =
        Meta.of(
            shell.t("sharing.start.title"),
            shell.t("sharing.start.lead"),
            shell.absolute("/"),
            "",
            "",
            Map.of("@type", "WebSite", "name", "Insignia", "url", shell.absolute("/")));
    return View.of("sharing/start", new StartPage(some, all.size() > some.size(), meta));
  }

  @GetMapping("/org")
  ModelAndView directory(
      @RequestParam(defaultValue = "") String q, Shell shell, HttpServletResponse response) {
    Caching.forEverybody(shell, response);
    var all = organisations.all();
    var query = q.strip();
    var fitting = fitting(all, query).stream().limit(MOST).map(this::entry).toList();
    var meta =
        Meta.of(
            shell.t("sharing.directory.title"),
            shell.t("sharing.directory.lead"),
            shell.absolute("/org"),
            "",
            "",
            Map.of("@type", "CollectionPage", "name", shell.t("sharing.directory.title")));
    return View.of("sharing/directory", new DirectoryPage(query, fitting, all.size(), meta));
  }

  private static List<Organisation> fitting(List<Organisation> all, String query) {
    var part = query.toLowerCase(Locale.ROOT);
    return all.stream().filter(o -> o.name().toLowerCase(Locale.ROOT).contains(part)).toList();
  }

  private DirectoryPage.Entry entry(Organisation organisation) {
    return new DirectoryPage.Entry(
        "/org/" + organisation.slug(),
        organisation.name(),
        achievements.ids(organisation.id()).size());
  }
}
