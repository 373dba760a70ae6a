package org.insignia.server.api.credly.openbadges;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.api.credly.objects.TemplateWordsStore;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.keys.Issuers;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.web.PublicAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Assertions, classes and issuers; what is private is not there, what was taken back is gone. Old
 * programs know these addresses without an edition of the standard in them.
 */
@RestController
class ObiApi implements Renderings {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Claims claims;
  private final Credentials credentials;
  private final Achievements achievements;
  private final Organisations organisations;
  private final TemplateWordsStore templates;
  private final ObiDocuments documents;
  private final Issuers issuers;

  ObiApi(
      Claims claims,
      Credentials credentials,
      Achievements achievements,
      Organisations organisations,
      TemplateWordsStore templates,
      ObiDocuments documents,
      Issuers issuers) {
    this.claims = claims;
    this.credentials = credentials;
    this.achievements = achievements;
    this.organisations = organisations;
    this.templates = templates;
    this.documents = documents;
    this.issuers = issuers;
  }

  @Override
  public List<String> addresses() {
    return List.of(
        "/v1/obi/v2/badge_assertions/{id}",
        "/api/v1/obi/v2/badge_assertions/{id}",
        "/v1/obi/badge_assertions/{id}",
        "/api/v1/obi/badge_assertions/{id}",
        "/api/v1/obi/v3/open_badge_credentials/{id}");
  }

  @GetMapping({"/v1/obi/v2/badge_assertions/{id}", "/v1/obi/badge_assertions/{id}"})
  ResponseEntity<byte[]> assertion(@PathVariable String id, HttpServletRequest request) {
    var badge = shown(id);
    var credential = credentials.find(badge).orElseThrow(ObiApi::noBadge);
    if (credential.state() == State.REVOKED || credential.state() == State.REPLACED) {
      return gone(documents.takenBack(credential), request);
    }
    if (credential.state() == State.SUSPENDED) {
      throw noBadge(); // this form has no word for it, and what can be fetched counts as valid
    }
    return answer(documents.assertion(credential, owner(credential.achievement())), request);
  }

  private CredentialId shown(String typed) {
    var id = Ids.find(typed).map(CredentialId::new).orElseThrow(ObiApi::noBadge);
    if (!claims.publiclyVisible(id)) {
      throw noBadge();
    }
    return id;
  }

  private static Refusal noBadge() {
    return Refusal.unknown("Badge");
  }

  /** The signed credential, as it is. */
  @GetMapping("/v1/obi/v3/open_badge_credentials/{id}")
  ResponseEntity<byte[]> credential(@PathVariable String id, HttpServletRequest request) {
    var badge = shown(id);
    var credential = credentials.find(badge).orElseThrow(ObiApi::noBadge);
    if (credential.state() == State.REVOKED || credential.state() == State.REPLACED) {
      return gone(
          (JsonObject) JsonValue.from(Map.of("data", Map.of("message", "This badge was revoked"))),
          request);
    }
    return PublicAnswer.of(
            credentials.document(badge).orElseThrow(ObiApi::noBadge),
            "application/json;charset=UTF-8",
            PublicAnswer.HIDEABLE)
        .to(request);
  }

  @GetMapping({
    "/v1/obi/v2/badge_classes/{template}",
    "/v1/obi/badge_classes/{template}",
    "/v1/obi/v2/issuers/{issuer}/badge_classes/{template}",
    "/v1/obi/issuers/{issuer}/badge_classes/{template}"
  })
  ResponseEntity<byte[]> badgeClass(
      @PathVariable(required = false) @org.jspecify.annotations.Nullable String issuer,
      @PathVariable String template,
      HttpServletRequest request) {
    var id = new AchievementId(Ids.of(template, "Badge template"));
    var achievement =
        achievements.get(List.of(id)).stream()
            .filter(Achievement::isPublic)
            .filter(a -> issuer == null || a.organisation().value().toString().equals(issuer))
            .filter(a -> !Set.copyOf(templates.gone(a.organisation())).contains(a.id()))
            .findFirst()
            .orElseThrow(() -> Refusal.unknown("Badge template"));
    return answer(
        documents.badgeClass(organisations.get(achievement.organisation()), achievement), request);
  }

  private Organisation owner(AchievementId achievement) {
    return organisations.get(achievements.get(achievement).organisation());
  }

  @GetMapping({"/v1/obi/v2/issuers/{issuer}", "/v1/obi/issuers/{issuer}"})
  ResponseEntity<byte[]> issuer(@PathVariable String issuer, HttpServletRequest request) {
    return answer(documents.issuer(organisation(issuer)), request);
  }

  @GetMapping("/v1/obi/v3/issuers/{issuer}/did.json")
  ResponseEntity<byte[]> did(@PathVariable String issuer, HttpServletRequest request) {
    return PublicAnswer.of(
            Bytes.utf8(Json.write(issuers.document(organisation(issuer)))),
            "application/did+json",
            KEPT)
        .to(request);
  }

  private Organisation organisation(String typed) {
    return organisations.get(List.of(new OrganisationId(Ids.of(typed, "Organization")))).stream()
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("Organization"));
  }

  private static ResponseEntity<byte[]> answer(JsonObject document, HttpServletRequest request) {
    return PublicAnswer.of(
            Bytes.utf8(Json.write(document)),
            "application/json;charset=UTF-8",
            PublicAnswer.HIDEABLE)
        .to(request);
  }

  private static ResponseEntity<byte[]> gone(JsonObject document, HttpServletRequest request) {
    var answer = answer(document, request);
    return ResponseEntity.status(HttpStatus.GONE)
        .headers(answer.getHeaders())
        .body(Bytes.utf8(Json.write(document)).toArray());
  }
}
