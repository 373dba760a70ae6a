package org.insignia.server.sharing.profile.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.ShownBadge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A public badge as JSON, with the members that programs for badge profiles read. */
@Component
public final class BadgeJson {
  private final Settings settings;
  private final Clock clock;

  BadgeJson(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param earner whose profile may be named; null where it is private
   */
  public Map<String, Object> of(ShownBadge badge, @Nullable Profile earner, Language language) {
    var credential = badge.credential();
    var image = absolute(badge.image());
    var until = credential.validUntil();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", credential.id().value().toString());
    json.put("issued_to", credential.recipientName());
    json.put("issued_at", stamp(credential.earnedAt()));
    json.put("issued_at_date", day(credential.earnedAt()));
    json.put("expires_at", until == null ? null : stamp(until));
    json.put("expires_at_date", until == null ? null : day(until));
    json.put("expired", until != null && until.isBefore(clock.instant()));
    var decided = badge.claim().decidedAt();
    json.put("accepted_at", decided == null ? null : stamp(decided));
    json.put(
        "state",
        switch (credential.state()) {
          case ISSUED -> "accepted";
          case SUSPENDED, REVOKED, REPLACED -> credential.state().name().toLowerCase(Locale.ROOT);
        });
    json.put("locale", credential.language().tag());
    json.put("public", true);
    json.put("is_private_badge", false);
    json.put("user_is_earner", false);
    json.put("badge_url", absolute(credential.path()));
    json.put("earner_path", earner == null ? null : earner.path());
    var photo = earner == null ? null : earner.photoPath();
    json.put("earner_photo_url", photo == null ? null : absolute(photo));
    json.put("image_url", image);
    json.put("image", Map.of("id", credential.design().value().toString(), "url", image));
    json.put("issuer", issuer(badge.organisation()));
    json.put("evidence", List.of());
    json.put("recommendations", List.of());
    json.put("badge_template", template(badge.organisation(), badge.achievement(), language));
    return json;
  }

  /** Who issues something, in words and as things. */
  Map<String, Object> issuer(Organisation organisation) {
    var entity = new LinkedHashMap<String, Object>();
    entity.put("type", "Organization");
    entity.put("id", organisation.id().value().toString());
    entity.put("name", organisation.name());
    entity.put("url", absolute("/org/" + organisation.slug()));
    entity.put("vanity_url", absolute("/org/" + organisation.slug()));
    entity.put("vanity_slug", organisation.slug());
    entity.put("verified", organisation.domain() != null);
    var issuedBy = new LinkedHashMap<String, Object>();
    issuedBy.put("label", "Issued by");
    issuedBy.put("primary", true);
    issuedBy.put("entity", entity);
    return Map.of("summary", "issued by " + organisation.name(), "entities", List.of(issuedBy));
  }

  /** What a badge is for. */
  public Map<String, Object> template(
      Organisation organisation, Achievement achievement, Language language) {
    var words = achievement.words(language);
    var url = absolute("/org/" + organisation.slug() + "/badge/" + achievement.slug());
    var json = new LinkedHashMap<String, Object>();
    json.put("id", achievement.id().value().toString());
    json.put("name", words.name());
    json.put("description", words.description());
    json.put("criteria", words.criteria());
    var image =
        absolute("/images/" + achievement.design().value() + "/" + achievement.slug() + ".png");
    json.put("image_url", image);
    json.put("image", Map.of("id", achievement.design().value().toString(), "url", image));
    json.put("url", url);
    json.put("global_activity_url", url);
    json.put("vanity_slug", achievement.slug());
    json.put("owner_vanity_slug", organisation.slug());
    var about = achievement.particulars();
    json.put("level", word(about.level()));
    json.put("cost", word(about.cost()));
    json.put("time_to_earn", word(about.effort()));
    json.put(
        "type_category",
        about.type() != null
            ? about.type().word()
            : switch (achievement.kind()) {
              case EXAM -> "Assessment";
              case CERTIFICATION -> "Certification";
              case OWN -> "Badge";
            });
    json.put("skills", words.skills().stream().map(BadgeJson::skill).toList());
    json.put("badge_template_activities", List.of());
    json.put(
        "alignments",
        about.alignments().stream()
            .map(a -> Map.of("name", a.name(), "description", "", "url", a.url()))
            .toList());
    json.put("endorsements", List.of());
    json.put("related_badge_templates", List.of());
    return json;
  }

  /** As existing tools write it: "Foundational". */
  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null
        ? null
        : value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> skill(String name) {
    var slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    return Map.of("id", slug, "name", name, "vanity_slug", slug);
  }

  String absolute(String path) {
    return settings.baseUrl() + path;
  }

  static String stamp(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
  }

  static String day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }
}
