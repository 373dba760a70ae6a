package org.insignia.server.sharing.profile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.profile.Piece;
import org.insignia.server.sharing.profile.ProfileSearch;
import org.insignia.server.sharing.profile.web.ProfilePage.CollectionLink;
import org.insignia.server.sharing.web.Caching;
import org.insignia.server.sharing.web.Meta;
import org.insignia.server.sharing.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A person's public page: who they say they are, and the badges they show in their own order. */
@Controller
class ProfilePages {
  private static final int PER_PAGE = 60;

  private final ProfileSearch profiles;
  private final BadgeCollections collections;
  private final Tiles tiles;

  ProfilePages(ProfileSearch profiles, BadgeCollections collections, Tiles tiles) {
    this.profiles = profiles;
    this.collections = collections;
    this.tiles = tiles;
  }

  @GetMapping("/users/{vanity:[a-z0-9-]{1,80}}")
  ModelAndView profile(
      @PathVariable String vanity,
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam(required = false) @Nullable String skill,
      @RequestParam(required = false) @Nullable String year,
      @RequestParam(defaultValue = "1") String page,
      Shell shell,
      HttpServletResponse response) {
    var found =
        profiles.find(vanity, Visitor.of(shell).orElse(null)).orElseThrow(() -> notFound(vanity));
    return switch (found) {
      case ProfileSearch.Moved moved -> moved("/users/" + moved.vanity(), shell, response);
      case ProfileSearch.Here here -> {
        Caching.forEverybody(shell, response);
        var facets = Facets.of(here.pieces(), organisation, skill, year, shell.language());
        yield View.of("profile/profile", page(here, facets, page, shell));
      }
    };
  }

  /** Links that other badge sites taught people to use. */
  @GetMapping("/users/{vanity:[a-z0-9-]{1,80}}/badges")
  ModelAndView badges(@PathVariable String vanity, Shell shell, HttpServletResponse response) {
    return moved("/users/" + vanity, shell, response);
  }

  private static ModelAndView moved(String path, Shell shell, HttpServletResponse response) {
    Caching.forEverybody(shell, response);
    var view = new RedirectView(shell.link(path));
    view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
    view.setExpandUriTemplateVariables(false);
    return new ModelAndView(view);
  }

  private ProfilePage page(ProfileSearch.Here here, Facets facets, String page, Shell shell) {
    var profile = here.profile();
    var fitting = here.pieces().stream().filter(facets::fits).toList();
    int last = Math.max(1, (fitting.size() + PER_PAGE - 1) / PER_PAGE);
    int at = Math.clamp(page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1, 1, last);
    var paged = profile.path() + "?" + facets.query() + "page=";
    var shown =
        fitting.stream()
            .skip((long) (at - 1) * PER_PAGE)
            .limit(PER_PAGE)
            .map(p -> tiles.of(p, shell))
            .toList();
    return new ProfilePage(
        profile.path(),
        profile.person().name(),
        profile.headline(),
        profile.photoPath(),
        profile.links(),
        shown,
        collections(here),
        fitting.size(),
        here.pieces().size(),
        facets.issuer(),
        facets.skill(),
        facets.year(),
        at > 1 ? paged + (at - 1) : "",
        at < last ? paged + (at + 1) : "",
        Visitor.of(shell).filter(profile.id()::equals).isPresent(),
        profile.isVisibleTo(null) && !here.pieces().isEmpty(),
        profile.listed(),
        meta(profile, here.pieces(), shell));
  }

  private List<CollectionLink> collections(ProfileSearch.Here here) {
    return collections.shownBy(here.profile().id()).stream()
        .map(c -> new CollectionLink(c.path(), c.name(), c.of(here.pieces()).size()))
        .filter(c -> c.badges() > 0)
        .toList();
  }

  private static Problem.NotFound notFound(String vanity) {
    return new Problem.NotFound("there is no public profile " + vanity);
  }

  private static Meta meta(Profile profile, List<Piece> all, Shell shell) {
    var url = shell.absolute(profile.path());
    var photo = profile.photoPath();
    var image = all.isEmpty() ? "" : shell.absolute(all.getFirst().picture());
    var count = shell.n("sharing.profile.count", all.size());
    var text = profile.headline().isEmpty() ? count : profile.headline() + " · " + count;
    var person = new LinkedHashMap<String, Object>();
    person.put("@type", "Person");
    person.put("name", profile.person().name());
    person.put("url", url);
    if (!profile.headline().isEmpty()) {
      person.put("description", profile.headline());
    }
    if (photo != null) {
      person.put("image", shell.absolute(photo));
    }
    if (!profile.links().isEmpty()) {
      person.put("sameAs", profile.links().stream().map(l -> l.url().toString()).toList());
    }
    return Meta.of(
        profile.person().name(),
        text,
        url,
        photo == null ? image : shell.absolute(photo),
        profile.path() + "/badges.json",
        Map.of("@type", "ProfilePage", "mainEntity", person));
  }
}
