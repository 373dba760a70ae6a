package org.insignia.server.api.badges;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.claims.Resending;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.erasure.Erasing;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff do to a badge, for programs. */
@RestController
@RequestMapping("/rest/v1/badges/{id}")
class BadgeActsApi {
  private static final int REASON = 1_000;
  private static final int NAME = 200;

  private final ApiDoor door;
  private final OwnBadges views;
  private final Credentials credentials;
  private final Erasing erasing;
  private final Resending resending;
  private final Settings settings;

  BadgeActsApi(
      ApiDoor door,
      OwnBadges views,
      Credentials credentials,
      Erasing erasing,
      Resending resending,
      Settings settings) {
    this.door = door;
    this.views = views;
    this.credentials = credentials;
    this.erasing = erasing;
    this.resending = resending;
    this.settings = settings;
  }

  private static final byte[] NOTHING = {'{', '}'};

  /** For good. Revoking what is revoked changes nothing. */
  @PostMapping(path = "/revoke", consumes = MediaType.APPLICATION_JSON_VALUE)
  BadgeJson revoke(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var badge = signed(visit, id);
    var body = Body.of(json);
    var reason = reason(body);
    boolean notify = body.flag("notify", true);
    body.end();
    if (badge.state() == Credential.State.REPLACED) {
      throw new Problem.Conflict("a badge that is replaced cannot be revoked");
    }
    if (notify) {
      credentials.revoke(visit.actor(), badge.id(), reason);
    } else {
      credentials.revokeQuietly(visit.actor(), badge.id(), reason);
    }
    return now(visit, badge.id());
  }

  /** Out of force until it is reinstated. */
  @PostMapping(path = "/suspend", consumes = MediaType.APPLICATION_JSON_VALUE)
  BadgeJson suspend(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var badge = signed(visit, id);
    var body = Body.of(json);
    var reason = reason(body);
    body.end();
    credentials.suspend(visit.actor(), badge.id(), reason);
    return now(visit, badge.id());
  }

  /** In force again. */
  @PostMapping(path = "/reinstate", consumes = MediaType.APPLICATION_JSON_VALUE)
  BadgeJson reinstate(
      @PathVariable UUID id,
      @RequestBody(required = false) byte @Nullable [] json,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var badge = signed(visit, id);
    Body.of(json == null ? NOTHING : json).end();
    credentials.reinstate(visit.actor(), badge.id());
    return now(visit, badge.id());
  }

  /** A copy with a corrected name takes its place; the old one points to it and is void. */
  @PostMapping(path = "/replace", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BadgeJson> replace(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var badge = signed(visit, id);
    var body = Body.of(json);
    var recipient = body.part("recipient");
    var name = recipient.required("name", NAME);
    if (name.chars().anyMatch(Character::isISOControl)) {
      recipient.wrong("name", "one line of text");
    } else if (name.equals(badge.recipientName())) {
      recipient.wrong("name", "the badge has this name already");
    }
    var reason = reason(body);
    body.end();
    var made = credentials.replace(visit.actor(), badge.id(), name, reason);
    return ResponseEntity.created(settings.url("/rest/v1/badges/" + made.value()))
        .body(now(visit, made));
  }

  /** Sends the invitation again. */
  @PostMapping(path = "/resend", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  BadgeJson resend(
      @PathVariable UUID id,
      @RequestBody(required = false) byte @Nullable [] json,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var badge = signed(visit, id);
    Body.of(json == null ? NOTHING : json).end();
    var wait = resending.resend(visit.actor(), badge);
    if (wait.isPresent()) {
      throw new Problem.TooMany(wait.get(), "this invitation was sent again a moment ago");
    }
    return now(visit, badge.id());
  }

  /** Nobody can tell any more whom it was about. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_ERASE);
    erasing.erase(visit.actor(), views.badge(visit.organisation(), new CredentialId(id)).id());
  }

  /** Nothing can be done to one before it is signed. */
  private Credential signed(Visit visit, UUID id) {
    var badge = views.badge(visit.organisation(), new CredentialId(id));
    return credentials
        .find(badge.id())
        .orElseThrow(
            () -> new Problem.Conflict("the badge is being signed; ask again in a moment"));
  }

  private static String reason(Body body) {
    var reason = body.required("reason", REASON);
    if (reason.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      body.wrong("reason", "plain text");
    }
    return reason;
  }

  private BadgeJson now(Visit visit, CredentialId id) {
    return views.one(views.badge(visit.organisation(), id));
  }
}
