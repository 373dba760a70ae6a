package org.insignia.server.issuing;

import java.util.List;
import java.util.Optional;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.model.AchievementCredential;
import org.insignia.openbadges.model.IdentityObject;
import org.insignia.openbadges.ob2.Assertion;
import org.insignia.openbadges.ob2.BadgeClass;
import org.insignia.openbadges.ob2.Profile;
import org.insignia.openbadges.ob2.Recipient;
import org.insignia.openbadges.ob2.Verification;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Credentials in the older form, Open Badges 2.0: true as long as this server serves them. What an
 * assertion says is taken from the signed document, so the two cannot disagree.
 */
@Component
public class HostedAssertions {
  private static final String FORM = "/ob2.json";

  private final Settings settings;
  private final Credentials credentials;
  private final Organisations organisations;
  private final Achievements achievements;
  private final AchievementDocuments documents;
  private final Texts texts;

  HostedAssertions(
      Settings settings,
      Credentials credentials,
      Organisations organisations,
      Achievements achievements,
      AchievementDocuments documents,
      Texts texts) {
    this.settings = settings;
    this.credentials = credentials;
    this.organisations = organisations;
    this.achievements = achievements;
    this.documents = documents;
    this.texts = texts;
  }

  /**
   * An assertion as it is hosted.
   *
   * @param gone it was taken back, and says so and nothing else
   */
  public record Hosted(JsonObject document, boolean gone) {}

  /**
   * The assertion; empty for a suspended credential too: this form has no word for it, and what can
   * be fetched counts as valid.
   */
  public Optional<Hosted> assertion(CredentialId id) {
    return credentials
        .find(id)
        .filter(credential -> credential.state() != State.SUSPENDED)
        .map(credential ->
            switch (credential.state()) {
              case ISSUED, SUSPENDED -> new Hosted(valid(credential), false);
              case REVOKED, REPLACED -> new Hosted(takenBack(credential), true);
            });
  }

  private JsonObject valid(Credential credential) {
    var signed =
        AchievementCredential.read(
            (JsonObject) Json.parse(credentials.document(credential.id()).orElseThrow()));
    IdentityObject address = signed.credentialSubject().identifier().getFirst();
    Assertion assertion =
        Assertion.of(
                settings.url(credential.path() + FORM).toString(),
                new Recipient("email", address.identityHash(), true, address.salt()),
                badgeClassUrl(credential),
                Verification.hosted(),
                signed.validFrom())
            .withImage(settings.url(credential.path() + "/image.png").toString(), List.of());
    return signed.validUntil() == null
        ? assertion.toJson()
        : assertion.withExpires(signed.validUntil()).toJson();
  }

  private JsonObject takenBack(Credential credential) {
    var members = new java.util.LinkedHashMap<String, Object>();
    members.put("@context", "https://w3id.org/openbadges/v2");
    members.put("type", "Assertion");
    members.put("id", settings.url(credential.path() + FORM).toString());
    members.put("revoked", true);
    if (credential.stateReason() instanceof String reason) {
      members.put(
          "revocationReason", texts.known(credential.language(), Credential.REASONS, reason));
    }
    return (JsonObject) org.insignia.openbadges.json.JsonValue.from(members);
  }

  private String badgeClassUrl(Credential credential) {
    Organisation organisation = organisations.get(credential.organisation());
    Achievement achievement = achievements.get(credential.achievement());
    return documents.url(organisation, achievement)
        + FORM
        + "?design="
        + credential.design().value()
        + "&lang="
        + credential.language().tag();
  }

  /** The achievement as a badge class, in one look and language. */
  public JsonObject badgeClass(
      Organisation organisation, Achievement achievement, DesignId design, Language language) {
    var words = achievement.words(language);
    String url = documents.url(organisation, achievement);
    return BadgeClass.of(
            url + FORM + "?design=" + design.value() + "&lang=" + language.tag(),
            words.name(),
            words.description().isBlank() ? words.name() : words.description(),
            url + "/image.png?design=" + design.value(),
            issuerUrl(organisation))
        .withCriteria(url, words.criteria().isBlank() ? null : words.criteria())
        .toJson();
  }

  /** The organisation as an issuer; without an address of its own it has the server's. */
  public JsonObject issuer(Organisation organisation) {
    String page = settings.url("/org/" + organisation.slug()).toString();
    return Profile.of(
            issuerUrl(organisation),
            organisation.name(),
            organisation.url() == null ? page : organisation.url().toString(),
            organisation.email() == null ? settings.mailFrom() : organisation.email())
        .toJson();
  }

  private String issuerUrl(Organisation organisation) {
    return settings.url("/org/" + organisation.slug() + FORM).toString();
  }
}
