package org.insignia.server.sharing.collections.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.collections.BadgeCollection;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.profile.Gallery;
import org.insignia.server.sharing.profile.Piece;
import org.insignia.server.sharing.profile.web.Tiles;
import org.insignia.server.sharing.web.Caching;
import org.insignia.server.sharing.web.Meta;
import org.insignia.server.sharing.web.Paragraphs;
import org.insignia.server.sharing.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Collections for everybody, and where their makers make them. */
@Controller
class CollectionPages {
  private static final String ID =
      "{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

  private final BadgeCollections collections;
  private final Gallery gallery;
  private final Profiles profiles;
  private final Tiles tiles;

  CollectionPages(BadgeCollections collections, Gallery gallery, Profiles profiles, Tiles tiles) {
    this.collections = collections;
    this.gallery = gallery;
    this.profiles = profiles;
    this.tiles = tiles;
  }

  @GetMapping("/collections/" + ID)
  ModelAndView collection(@PathVariable UUID id, Shell shell, HttpServletResponse response) {
    var asking = Visitor.of(shell).orElse(null);
    var collection = collections.find(id, asking).orElseThrow(() -> notFound(id));
    var maker = profiles.of(collection.person());
    boolean isOpen = collection.isPublic() && maker.isVisibleTo(null);
    if (isOpen) {
      Caching.forEverybody(shell, response);
    } else {
      Caching.forNobody(response);
    }
    var badges = collections.shownIn(collection);
    return View.of(
        "collections/collection",
        new CollectionPage(
            collection,
            Paragraphs.of(collection.description()),
            badges.stream().map(p -> tiles.of(p, shell)).toList(),
            maker.person().name(),
            maker.path(),
            collection.person().equals(asking),
            isOpen && maker.listed(),
            meta(collection, maker, badges, shell)));
  }

  @GetMapping("/home/collections")
  ModelAndView all(HttpServletRequest request, Shell shell) {
    return Visitor.of(shell)
        .map(person ->
            View.of("collections/collections", new CollectionsPage(collections.of(person), "")))
        .orElseGet(() -> Visitor.signInFirst("/home/collections", request, shell));
  }

  @PostMapping("/home/collections")
  ModelAndView make(@RequestParam(defaultValue = "") String name, Shell shell) {
    var person = Visitor.me(shell);
    try {
      return SeeOther.at(shell.link("/home/collections/" + collections.make(person, name)));
    } catch (Problem.Invalid e) {
      return refused(person, "collections.problem.name");
    } catch (Problem.Conflict e) {
      return refused(person, "collections.problem.many");
    }
  }

  private ModelAndView refused(PersonId person, String problem) {
    return View.of(
        "collections/collections",
        new CollectionsPage(collections.of(person), problem),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/home/collections/" + ID)
  ModelAndView edit(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
    return Visitor.of(shell)
        .map(person -> View.of("collections/edit", page(mine(person, id), "", shell)))
        .orElseGet(() -> Visitor.signInFirst("/home/collections/" + id, request, shell));
  }

  @PostMapping("/home/collections/" + ID)
  ModelAndView change(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") String visibility,
      @RequestParam(name = "badge", required = false) @Nullable List<UUID> badges,
      Shell shell) {
    var person = Visitor.me(shell);
    var wish =
        new BadgeCollections.Wish(
            name, description, visibility.equals("public"), badges == null ? List.of() : badges);
    try {
      collections.change(person, id, wish);
      return SeeOther.at(shell.link("/collections/" + id));
    } catch (Problem.Invalid e) {
      var before = mine(person, id);
      var typed =
          new BadgeCollection(
              id, person, name, wish.description(), wish.isPublic(), before.badges());
      return View.of(
          "collections/edit",
          page(typed, "collections.problem.name", shell),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/home/collections/" + ID + "/remove")
  ModelAndView remove(@PathVariable UUID id, Shell shell) {
    collections.remove(Visitor.me(shell), id);
    return SeeOther.at(shell.link("/home/collections"));
  }

  private EditPage page(BadgeCollection collection, String problem, Shell shell) {
    var choices =
        gallery.of(collection.person()).stream()
            .map(p ->
                new EditPage.Choice(
                    p.id(), p.name(shell.language()), p.issuer(), p.picture(), collection.holds(p)))
            .toList();
    return new EditPage(
        collection, choices, problem, profiles.of(collection.person()).isVisibleTo(null));
  }

  private BadgeCollection mine(PersonId person, UUID id) {
    return collections
        .find(id, person)
        .filter(c -> c.person().equals(person))
        .orElseThrow(() -> notFound(id));
  }

  private static Problem notFound(UUID id) {
    return new Problem.NotFound("there is no public collection " + id);
  }

  private static Meta meta(
      BadgeCollection collection, Profile maker, List<Piece> badges, Shell shell) {
    var url = shell.absolute(collection.path());
    var text = shell.t("collections.meta", maker.person().name(), badges.size());
    return Meta.of(
        collection.name(),
        collection.description().isEmpty() ? text : collection.description(),
        url,
        badges.isEmpty() ? "" : shell.absolute(badges.getFirst().picture()),
        "",
        Map.of(
            "@type",
            "CollectionPage",
            "@id",
            url,
            "name",
            collection.name(),
            "author",
            Map.of("@type", "Person", "name", maker.person().name())));
  }
}
