package org.insignia.server.api.me;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.collections.BadgeCollection;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.profile.Gallery;
import org.insignia.server.sharing.profile.Piece;
import org.insignia.server.sharing.share.PlainWords;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's collections of badges. A new one is empty and private. */
@RestController
@RequestMapping("/rest/v1/me/collections")
class MyCollectionsApi {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 2000;

  private final ActingPrograms programs;
  private final BadgeCollections collections;
  private final Gallery gallery;
  private final Settings settings;

  MyCollectionsApi(
      ActingPrograms programs, BadgeCollections collections, Gallery gallery, Settings settings) {
    this.programs = programs;
    this.collections = collections;
    this.gallery = gallery;
    this.settings = settings;
  }

  /**
   * A collection.
   *
   * @param url of its page
   * @param visibility {@code public} or {@code private}
   * @param badges ids, those that are hidden now as well
   */
  record Json(
      UUID id, URI url, String name, String description, String visibility, List<UUID> badges) {
    Json {
      badges = List.copyOf(badges);
    }
  }

  private PersonId person(HttpServletRequest request) {
    return programs
        .require(request.getHeader(HttpHeaders.AUTHORIZATION), PersonScope.ME_COLLECTIONS)
        .person();
  }

  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    return Listing.answer(
        collections.of(person(request)).stream().map(this::json).toList(), null, "");
  }

  @GetMapping("/{id}")
  Json one(@PathVariable UUID id, HttpServletRequest request) {
    return json(mine(person(request), id));
  }

  private BadgeCollection mine(PersonId person, UUID id) {
    return collections.of(person).stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("there is no collection " + id));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> make(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    var name = name(body);
    body.end();
    var id = collections.make(person, name);
    return ResponseEntity.created(settings.url("/rest/v1/me/collections/" + id))
        .body(json(mine(person, id)));
  }

  private static String name(Body body) {
    var name = body.required("name", LONGEST_NAME);
    if (!name.isEmpty() && PlainWords.line(name).isEmpty()) {
      body.wrong("name", "one line of visible characters");
    }
    return name;
  }

  /** Changes what the body names. */
  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Json change(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var before = mine(person, id);
    var body = Body.of(json);
    var wish =
        new BadgeCollections.Wish(
            body.has("name") ? name(body) : before.name(),
            body.has("description")
                ? body.text("description", LONGEST_DESCRIPTION)
                : before.description(),
            body.word("visibility", List.of("public", "private"), word(before)).equals("public"),
            body.has("badges") ? badges(body, before) : before.badges());
    body.end();
    collections.change(person, id, wish);
    return json(mine(person, id));
  }

  /** Those that the person shows, and those that are in already. */
  private List<UUID> badges(Body body, BadgeCollection before) {
    var known =
        gallery.of(before.person()).stream()
            .map(Piece::id)
            .collect(Collectors.toCollection(HashSet::new));
    known.addAll(before.badges());
    Map<String, UUID> byText =
        known.stream().collect(Collectors.toMap(UUID::toString, Function.identity()));
    List<UUID> wanted = new ArrayList<>();
    for (var text : body.texts("badges", BadgeCollection.MOST, 36)) {
      var id = byText.get(text);
      if (id == null) {
        body.wrong("badges", "no badge that its earner shows: " + text);
      } else {
        wanted.add(id);
      }
    }
    return wanted;
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, HttpServletRequest request) {
    collections.remove(person(request), id);
  }

  private Json json(BadgeCollection collection) {
    return new Json(
        collection.id(),
        settings.url(collection.path()),
        collection.name(),
        collection.description(),
        word(collection),
        collection.badges());
  }

  private static String word(BadgeCollection collection) {
    return collection.isPublic() ? "public" : "private";
  }
}
