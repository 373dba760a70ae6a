package org.insignia.server.api.me.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.claims.corrections.Correction;
import org.insignia.server.claims.corrections.Corrections;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.support.missing.OwnCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A wish to have the name on a badge corrected; its issuer decides. */
@RestController
@RequestMapping("/rest/v1/me/badges/{id}/correction")
class MyCorrectionsApi {
  /** Two for each character that is no longer than the longest name. */
  private static final int LONGEST_NAME = 400;

  private final EarnerDoor door;
  private final Corrections corrections;
  private final Texts texts;
  private final Settings settings;

  MyCorrectionsApi(EarnerDoor door, Corrections corrections, Texts texts, Settings settings) {
    this.door = door;
    this.corrections = corrections;
    this.texts = texts;
    this.settings = settings;
  }

  /**
   * How a badge stands.
   *
   * @param name as it stands there now
   * @param others ids of the person's other badges of this issuer under the same name
   * @param wish what was asked last and not taken back; null for nothing
   */
  record Json(UUID badge, String name, List<UUID> others, @Nullable Wish wish) {
    Json {
      others = List.copyOf(others);
    }
  }

  /**
   * What was asked.
   *
   * @param state open, approved or declined
   * @param everywhere whether the other badges are meant, too
   * @param reason why it was declined; null otherwise
   */
  record Wish(
      String state,
      String name,
      String note,
      boolean everywhere,
      Instant askedAt,
      @Nullable Instant decidedAt,
      @Nullable String reason) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_REQUESTS);
  }

  @GetMapping
  ResponseEntity<Json> look(@PathVariable UUID id, HttpServletRequest request) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(json(person(request), new CredentialId(id)));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> ask(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var badge = new CredentialId(id);
    var body = Body.of(json);
    var wish =
        new Corrections.Wish(
            body.required("name", LONGEST_NAME),
            body.text("note", Corrections.LONGEST_NOTE),
            body.flag("everywhere", false));
    corrections.correctable(person, badge);
    body.end();
    corrections
        .ask(person, badge, wish)
        .ifPresent(objection -> {
          throw problem(objection);
        });
    return ResponseEntity.created(settings.url("/rest/v1/me/badges/" + id + "/correction"))
        .cacheControl(CacheControl.noStore())
        .body(json(person, badge));
  }

  private Problem problem(Corrections.Objection objection) {
    return switch (objection) {
      case Corrections.NoName() -> new Problem.Invalid("/name", text("accounts.name.wrong"));
      case Corrections.SameName() -> new Problem.Invalid("/name", text("claims.correction.same"));
      case Corrections.LongNote() ->
          new Problem.Invalid("/note", text("claims.correction.long", Corrections.LONGEST_NOTE));
      case Corrections.Open() -> new Problem.Conflict(text("claims.correction.is-open"));
      case Corrections.Wait(var time) ->
          new Problem.TooMany(time, "very many corrections were asked for; wait");
    };
  }

  private String text(String key, Object... args) {
    return texts.text(Language.EN, key, args);
  }

  /** What is decided cannot be withdrawn. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id, HttpServletRequest request) {
    if (!corrections.withdraw(person(request), new CredentialId(id))) {
      throw new Problem.NotFound("no correction of this badge is open");
    }
  }

  private Json json(PersonId person, CredentialId id) {
    var badge = corrections.correctable(person, id);
    return new Json(
        id.value(),
        badge.recipientName(),
        corrections.others(person, badge).stream().map(c -> c.id().value()).toList(),
        corrections.latest(person, id).map(MyCorrectionsApi::json).orElse(null));
  }

  private static Wish json(Correction asked) {
    return new Wish(
        OwnCheck.word(asked.state()),
        asked.nameAsked(),
        asked.note(),
        asked.everywhere(),
        asked.askedAt(),
        asked.decidedAt(),
        asked.reason());
  }
}
