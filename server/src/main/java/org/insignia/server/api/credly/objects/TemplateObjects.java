package org.insignia.server.api.credly.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Achievements as clients read them: templates of badges. */
@Component
public final class TemplateObjects {
  private final OrganisationObjects organisations;

  TemplateObjects(OrganisationObjects organisations) {
    this.organisations = organisations;
  }

  /**
   * Everything.
   *
   * @param said what programs said of it beyond what every achievement has
   * @param issued how many badges of it are in force; null where nobody counted
   */
  public Map<String, Object> whole(
      Organisation organisation,
      Achievement achievement,
      TemplateWords said,
      @Nullable Long issued) {
    var page = page(organisation, achievement);
    var about = achievement.particulars();
    var words = achievement.words(Language.EN);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", achievement.id().value().toString());
    json.put("name", words.name());
    json.put("description", words.description());
    json.put("state", state(achievement));
    json.put("public", achievement.isPublic());
    json.put("visibility", achievement.isPublic() ? "public" : "private");
    json.put("badges_count", issued);
    json.put(
        "allow_duplicate_badges",
        about.duplicates() == org.insignia.server.catalog.about.Particulars.Duplicates.ALLOW);
    json.put("level", word(about.level()));
    json.put("cost", word(about.cost()));
    json.put("time_to_earn", word(about.effort()));
    json.put("type_category", said.category() != null ? said.category() : category(achievement));
    json.put("certification", achievement.kind() == Achievement.Kind.CERTIFICATION);
    json.put("skills", words.skills());
    json.put("reporting_tags", said.tags());
    json.put("global_activity_url", said.activityUrl() != null ? said.activityUrl() : page);
    json.put("criteria_url", page);
    json.put("criteria_url_name", null);
    json.put("earn_this_badge_url", said.earnUrl());
    json.put("enable_earn_this_badge", said.earnUrl() != null);
    json.put("alignments", alignments(achievement, said));
    json.put("badge_template_activities", said.activities());
    json.put("recommendations", said.recommendations());
    json.put("required_badge_templates", List.of());
    json.put("recommending_templates", List.of());
    json.put("criterion_for", List.of());
    json.put("default_expires_at", Moments.stamp(said.defaultExpiry()));
    json.put("default_expires_at_date", Moments.day(said.defaultExpiry()));
    json.put("default_expires_at_type", said.defaultExpiry() == null ? null : "fixed");
    settings(json);
    picture(json, achievement.slug(), achievement.design());
    json.put("url", page);
    json.put("vanity_slug", achievement.slug());
    json.put("owner", organisations.owner(organisation));
    var made = OrganisationObjects.made(achievement.id().value());
    json.put("created_at", Moments.stamp(made));
    json.put("updated_at", Moments.stamp(said.changedAt() == null ? made : said.changedAt()));
    json.put("state_updated_at", json.get("updated_at"));
    return json;
  }

  private static void settings(Map<String, Object> json) {
    json.put("recipient_type", "User");
    for (var never :
        List.of(
            "enable_detail_attribute_visibility",
            "lock_badge_state",
            "send_expiring_badge_notifications",
            "show_badge_lmi",
            "show_lmi_jobs",
            "show_skill_tag_links",
            "record_to_blockchain",
            "printing_disabled",
            "show_template_settings",
            "get_issue_count")) {
      json.put(never, false);
    }
    json.put("translatable", true);
  }

  private static List<Map<String, Object>> alignments(Achievement achievement, TemplateWords said) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (var alignment : achievement.particulars().alignments()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put(
          "id",
          UUID.nameUUIDFromBytes(alignment.url().getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .toString());
      json.put("name", alignment.name());
      json.put("url", alignment.url());
      json.put("description", said.alignmentWords().getOrDefault(alignment.url(), ""));
      all.add(json);
    }
    return all;
  }

  /** A picture as {@code image} and {@code image_url}. */
  void picture(Map<String, Object> json, String slug, DesignId design) {
    var url = organisations.absolute("/images/" + design.value() + "/" + slug + ".png");
    json.put("image", Map.of("id", design.value().toString(), "url", url));
    json.put("image_url", url);
  }

  /** The address of its page. */
  public String page(Organisation organisation, Achievement achievement) {
    return organisations.absolute("/org/" + organisation.slug() + "/badge/" + achievement.slug());
  }

  /** {@code draft}, {@code active} or {@code archived}. */
  public static String state(Achievement achievement) {
    return switch (achievement.state()) {
      case DRAFT -> "draft";
      case ACTIVE, RETIRED -> "active";
      case ARCHIVED -> "archived";
    };
  }

  private static String category(Achievement achievement) {
    var type = achievement.particulars().type();
    if (type != null) {
      return type.word();
    }
    return switch (achievement.kind()) {
      case EXAM -> "Validation";
      case CERTIFICATION -> "Certification";
      case OWN -> "Learning";
    };
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null
        ? null
        : value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
