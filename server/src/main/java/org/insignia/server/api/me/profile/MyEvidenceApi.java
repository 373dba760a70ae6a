package org.insignia.server.api.me.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.evidence.OwnEvidence;
import org.insignia.server.sharing.evidence.OwnEvidences;
import org.jspecify.annotations.Nullable;
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

/** What a person laid beside a badge of theirs. */
@RestController
@RequestMapping("/rest/v1/me/badges/{id}/evidence")
class MyEvidenceApi {
  private static final int LONGEST_LINK = 1000;

  private final EarnerDoor door;
  private final PublicBadges badges;
  private final OwnEvidences evidences;
  private final Texts texts;
  private final Settings settings;

  MyEvidenceApi(
      EarnerDoor door,
      PublicBadges badges,
      OwnEvidences evidences,
      Texts texts,
      Settings settings) {
    this.door = door;
    this.badges = badges;
    this.evidences = evidences;
    this.texts = texts;
    this.settings = settings;
  }

  /** A piece of evidence. */
  record Json(UUID id, String title, String text, @Nullable URI url) {
    static Json of(OwnEvidence one) {
      return new Json(
          one.id(), one.title(), one.text(), one.url().isEmpty() ? null : URI.create(one.url()));
    }
  }

  private ShownBadge mine(UUID id, HttpServletRequest request) {
    var person = door.enter(request, PersonScope.ME_PROFILE);
    return badges.ofOwner(new CredentialId(id), person);
  }

  @GetMapping
  ResponseEntity<Listing<Json>> list(@PathVariable UUID id, HttpServletRequest request) {
    var beside = evidences.beside(mine(id, request));
    return Listing.answer(beside.stream().map(Json::of).toList(), null, "");
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> add(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var badge = mine(id, request);
    var body = Body.of(json);
    var title = body.text("title", OwnEvidences.LONGEST_TITLE);
    var text = body.text("text", OwnEvidences.LONGEST_TEXT);
    var url = body.text("url", LONGEST_LINK);
    body.end();
    return switch (evidences.add(badge, title, text, url)) {
      case OwnEvidences.Laid(var evidence) ->
          ResponseEntity.created(
                  settings.url("/rest/v1/me/badges/" + id + "/evidence/" + evidence.id()))
              .body(Json.of(evidence));
      case OwnEvidences.Refused(var why) -> throw refusal(why);
    };
  }

  private Problem refusal(OwnEvidences.Objection why) {
    return switch (why) {
      case TITLE -> new Problem.Invalid("/title", words("evidence.problem.title"));
      case LINK -> new Problem.Invalid("/url", words("evidence.problem.link"));
      case TOO_MANY -> new Problem.Conflict(words("evidence.full"));
    };
  }

  private String words(String key) {
    return texts.text(Language.EN, key);
  }

  @DeleteMapping("/{evidence}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, @PathVariable UUID evidence, HttpServletRequest request) {
    var badge = mine(id, request);
    if (evidences.beside(badge).stream().noneMatch(one -> one.id().equals(evidence))) {
      throw new Problem.NotFound("there is no evidence " + evidence + " beside this badge");
    }
    evidences.remove(badge, evidence);
  }
}
