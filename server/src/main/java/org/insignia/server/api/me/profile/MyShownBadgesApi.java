package org.insignia.server.api.me.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.profile.Gallery;
import org.insignia.server.sharing.profile.Gallery.Move;
import org.insignia.server.sharing.profile.Piece;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The badges that a person shows on their profile, in the order they chose. */
@RestController
@RequestMapping("/rest/v1/me/profile/badges")
class MyShownBadgesApi {
  private static final int MOST = 10_000;
  private static final int LENGTH_OF_ID = 36;
  private static final List<String> MOVES =
      Stream.of(Move.values()).map(move -> move.name().toLowerCase(Locale.ROOT)).toList();

  private final EarnerDoor door;
  private final Gallery gallery;
  private final Settings settings;

  MyShownBadgesApi(EarnerDoor door, Gallery gallery, Settings settings) {
    this.door = door;
    this.gallery = gallery;
    this.settings = settings;
  }

  /**
   * A badge that is shown.
   *
   * @param url of its page
   * @param from {@code here} or {@code elsewhere}
   */
  record Json(UUID id, URI url, String name, String issuer, Instant earnedAt, String from) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_PROFILE);
  }

  @GetMapping
  ResponseEntity<Listing<Json>> list(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var person = person(request);
    var reader = door.language(person, language);
    return Listing.within(
        Page.of(limit, after),
        gallery.of(person),
        piece -> piece.id().toString(),
        piece ->
            new Json(
                piece.id(),
                settings.url(piece.path()),
                piece.name(reader),
                piece.issuer(),
                piece.earnedAt(),
                piece instanceof Piece.Issued ? "here" : "elsewhere"),
        settings.url("").toString());
  }

  /** Those that are named first; all others keep their order behind them. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void arrange(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    if (!body.has("badges") || body.isNull("badges")) {
      body.wrong("badges", "is needed: ids in the order wanted");
    }
    var wanted = body.texts("badges", MOST, LENGTH_OF_ID);
    var shown = shown(person);
    wanted.stream()
        .filter(id -> !shown.contains(id))
        .forEach(id -> body.wrong("badges", "no badge that its earner shows: " + id));
    body.end();
    gallery.arrange(person, wanted.stream().map(UUID::fromString).toList());
  }

  private List<String> shown(PersonId person) {
    return gallery.of(person).stream().map(piece -> piece.id().toString()).toList();
  }

  @PostMapping(path = "/{id}/move", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    if (!shown(person).contains(id.toString())) {
      throw new Problem.NotFound("there is no badge " + id + " on the profile");
    }
    var body = Body.of(json);
    body.required("to", LENGTH_OF_ID);
    var word = body.word("to", MOVES, "up");
    body.end();
    gallery.move(person, id, Move.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
