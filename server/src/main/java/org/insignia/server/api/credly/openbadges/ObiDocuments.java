package org.insignia.server.api.credly.openbadges;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.api.credly.objects.SaidStore;
import org.insignia.server.api.credly.objects.TemplateWords;
import org.insignia.server.api.credly.objects.TemplateWordsStore;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Writes Open Badges 2.0 documents as readers of this tree know them: the class with its issuer
 * inside, and the recipient's address hashed without salt, since they hash what they know and
 * compare.
 */
@Component
class ObiDocuments {
  private static final String CONTEXT = "https://w3id.org/openbadges/v2";

  private final Settings settings;
  private final Credentials credentials;
  private final SaidStore said;
  private final TemplateWordsStore templates;

  ObiDocuments(
      Settings settings, Credentials credentials, SaidStore said, TemplateWordsStore templates) {
    this.settings = settings;
    this.credentials = credentials;
    this.said = said;
    this.templates = templates;
  }

  JsonObject assertion(Credential credential, Organisation organisation) {
    var json = document("Assertion", assertionUrl(credential.id()));
    json.put("badge", classUrl(organisation, credential.achievement().value().toString()));
    json.put("issuedOn", Moments.stamp(credential.earnedAt()));
    if (credential.validUntil() != null) {
      json.put("expires", Moments.stamp(credential.validUntil()));
    }
    json.put("evidence", evidence(credential));
    json.put(
        "recipient",
        Map.of(
            "type",
            "email",
            "hashed",
            true,
            "identity",
            "sha256$" + SecretToken.sha256(credential.recipient().key())));
    json.put("verification", Map.of("type", "hosted"));
    json.put("image", Map.of("id", settings.url(credential.path() + "/image.png").toString()));
    return object(json);
  }

  private List<Map<String, Object>> evidence(Credential credential) {
    var kept = said.find(List.of(credential.id())).get(credential.id());
    if (kept != null && !kept.evidence().isEmpty()) {
      return kept.evidence().stream().map(ObiDocuments::written).toList();
    }
    Details details = credentials.details(credential.id());
    return details.evidenceUrl().isEmpty()
        ? List.of()
        : List.of(
            Map.of(
                "@context",
                CONTEXT,
                "type",
                "Evidence",
                "id",
                details.evidenceUrl(),
                "description",
                details.evidenceText()));
  }

  private static Map<String, Object> written(Map<String, Object> kept) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@context", CONTEXT);
    if (kept.get("value") != null) {
      json.put("id", kept.get("value"));
    }
    json.put("name", kept.getOrDefault("name", kept.getOrDefault("title", "")));
    json.put("description", kept.getOrDefault("description", ""));
    json.put("genre", kept.get("type"));
    json.put("type", "Evidence");
    return json;
  }

  JsonObject takenBack(Credential credential) {
    var json = document("Assertion", assertionUrl(credential.id()));
    json.put("revoked", true);
    json.put("revocationReason", String.valueOf(credential.stateReason()));
    return object(json);
  }

  JsonObject badgeClass(Organisation organisation, Achievement achievement) {
    var words = achievement.words(Language.EN);
    var page = settings.url("/org/" + organisation.slug() + "/badge/" + achievement.slug());
    var more =
        templates
            .find(List.of(achievement.id()))
            .getOrDefault(achievement.id(), TemplateWords.NONE);
    var json = document("BadgeClass", classUrl(organisation, achievement.id().value().toString()));
    json.put("name", words.name());
    json.put("description", words.description().isBlank() ? words.name() : words.description());
    json.put(
        "image",
        Map.of(
            "id",
            settings
                .url("/images/" + achievement.design().value() + "/" + achievement.slug() + ".png")
                .toString()));
    json.put("criteria", Map.of("id", page.toString(), "narrative", words.criteria()));
    json.put("issuer", issuer(organisation));
    json.put(
        "alignment",
        achievement.particulars().alignments().stream()
            .map(a ->
                Map.of(
                    "targetName", a.name(),
                    "targetUrl", a.url(),
                    "targetDescription", more.alignmentWords().getOrDefault(a.url(), "")))
            .toList());
    json.put("tags", words.skills());
    return object(json);
  }

  JsonObject issuer(Organisation organisation) {
    var page = settings.url("/org/" + organisation.slug()).toString();
    var json =
        document(
            "Profile",
            settings.url("/api/v1/obi/v2/issuers/" + organisation.id().value()).toString());
    json.put("name", organisation.name());
    json.put("url", organisation.url() == null ? page : organisation.url().toString());
    json.put("email", organisation.email() == null ? settings.mailFrom() : organisation.email());
    if (!organisation.description().isEmpty()) {
      json.put("description", organisation.description());
    }
    if (!organisation.logoPath().isEmpty()) {
      json.put("image", settings.url(organisation.logoPath()).toString());
    }
    return object(json);
  }

  private static Map<String, Object> document(String type, String id) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@context", CONTEXT);
    json.put("type", type);
    json.put("id", id);
    return json;
  }

  private static JsonObject object(Map<String, Object> json) {
    return (JsonObject) JsonValue.from(json);
  }

  private String assertionUrl(CredentialId id) {
    return settings.url("/api/v1/obi/v2/badge_assertions/" + id.value()).toString();
  }

  private String classUrl(Organisation organisation, String template) {
    return settings
        .url("/api/v1/obi/v2/issuers/" + organisation.id().value() + "/badge_classes/" + template)
        .toString();
  }
}
