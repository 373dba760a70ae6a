package org.insignia.server.api.me.shares;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.Delivery;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.transcripts.copy.Copies;
import org.insignia.server.transcripts.copy.Copy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Copies of a person's transcript, sent by mail. */
@RestController
@RequestMapping("/rest/v1/me/transcript/copies")
class MyCopiesApi {
  private static final int LONGEST_ADDRESS = 320;

  private final EarnerDoor door;
  private final Copies copies;
  private final ChosenItems items;
  private final Texts texts;

  MyCopiesApi(EarnerDoor door, Copies copies, ChosenItems items, Texts texts) {
    this.door = door;
    this.copies = copies;
    this.items = items;
    this.texts = texts;
  }

  /**
   * A copy.
   *
   * @param items keys of what was chosen; null for all that is in force
   * @param state {@code waiting}, {@code sent}, {@code dropped} or {@code refused}
   */
  record Json(
      UUID id,
      String to,
      String language,
      boolean postalAddress,
      @Nullable List<String> items,
      Instant askedAt,
      String state) {
    Json {
      items = items == null ? null : List.copyOf(items);
    }

    static Json of(Copy copy, Map<UUID, Delivery.State> states) {
      return new Json(
          copy.id(),
          copy.to().value(),
          copy.language().tag(),
          copy.withAddress(),
          copy.items(),
          copy.askedAt(),
          ShareWindows.word(states.getOrDefault(copy.id(), Delivery.State.WAITING)));
    }
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_SHARES);
  }

  /** Those of the last thirty days, the latest first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    return Listing.answer(json(person(request)), null, "");
  }

  private List<Json> json(PersonId person) {
    var sent = copies.of(person);
    var states = copies.states(sent);
    return sent.stream().map(copy -> Json.of(copy, states)).toList();
  }

  /** Sends one; its earner is told of it. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Json send(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    var to = EmailAddress.parse(body.text("to", LONGEST_ADDRESS));
    if (to.isEmpty()) {
      body.wrongUnlessSaid("to", texts.text(Language.EN, "copies.to.wrong"));
    }
    var language = door.language(person, body);
    boolean withAddress = body.flag("postalAddress", false);
    var chosen = items.in(body, person);
    if (chosen != null && chosen.isEmpty()) {
      body.wrongUnlessSaid("items", texts.text(Language.EN, "shares.problem.items"));
    }
    body.end();
    var wish = new Copies.Wish(to.orElseThrow(), language, withAddress, chosen);
    copies
        .send(person, wish)
        .ifPresent(refusal -> {
          throw new Problem.TooMany(refusal.pause(), words(refusal.why()));
        });
    return json(person).stream()
        .filter(copy -> copy.to().equals(wish.to().value()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a copy that was sent is not there"));
  }

  private String words(Copies.Objection why) {
    return switch (why) {
      case MANY -> texts.text(Language.EN, "copies.many", Copies.MOST);
      case MANY_THERE -> texts.text(Language.EN, "copies.many-there");
    };
  }
}
