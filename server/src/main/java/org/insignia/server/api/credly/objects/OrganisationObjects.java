package org.insignia.server.api.credly.objects;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Organisations as clients read them. */
@Component
public final class OrganisationObjects {
  private static final List<String> NOTHING_KNOWN =
      List.of(
          "legal_contact_email",
          "technical_contact_email",
          "zip_or_postal_code",
          "organization_type",
          "twitter_url",
          "facebook_url",
          "linked_in_url",
          "linked_in_org_id",
          "city",
          "address",
          "print_method",
          "pdf_id",
          "linkedin_a2p_url",
          "location",
          "country",
          "state_or_province");
  private static final List<String> NEVER =
      List.of(
          "allow_saml_debug",
          "enable_blockchain",
          "integrated_with_faethm",
          "hide_subscription",
          "require_template_detail_attributes");

  private final Settings settings;

  OrganisationObjects(Settings settings) {
    this.settings = settings;
  }

  /**
   * Everything.
   *
   * @param webhook where it is told of events in this tree's shape; null: nowhere
   * @param events of which it is told there
   * @param hasEmployees whether anybody stands in its list of employees
   */
  public Map<String, Object> whole(
      Organisation organisation,
      @Nullable String webhook,
      List<String> events,
      boolean hasEmployees) {
    var id = organisation.id().value();
    var site = organisation.url() == null ? null : organisation.url().toString();
    var photo = photo(organisation);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "Organization");
    json.put("id", id.toString());
    json.put("name", organisation.name());
    json.put("website_url", site);
    json.put("webhook_url", webhook);
    json.put("contact_email", organisation.email());
    json.put("bio", organisation.description());
    json.put("vanity_slug", organisation.slug());
    json.put("primary_hex_color", organisation.accent());
    json.put("support_email", organisation.email());
    json.put("support_url", site);
    json.put("allowed_webhooks", events);
    json.put("internationalize_badge_templates", true);
    NOTHING_KNOWN.forEach(name -> json.put(name, null));
    NEVER.forEach(name -> json.put(name, false));
    json.put("workforce_enabled", true);
    json.put("created_at", Moments.stamp(made(id)));
    json.put("updated_at", Moments.stamp(made(id)));
    json.put("url", url(organisation));
    json.put("vanity_url", page(organisation));
    json.put("verified", organisation.domain() != null);
    json.put("verified_at", organisation.domain() == null ? null : Moments.stamp(made(id)));
    json.put("photo", photo == null ? null : Map.of("id", id.toString(), "url", photo));
    json.put("photo_url", photo);
    json.put("has_employees", hasEmployees);
    return json;
  }

  /** As it stands inside of other things. */
  public Map<String, Object> entity(Organisation organisation) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("type", "Organization");
    entity.put("id", organisation.id().value().toString());
    entity.put("name", organisation.name());
    entity.put("url", url(organisation));
    entity.put("vanity_url", page(organisation));
    entity.put("vanity_slug", organisation.slug());
    entity.put("verified", organisation.domain() != null);
    return entity;
  }

  /** As the owner of a template. */
  Map<String, Object> owner(Organisation organisation) {
    var owner = entity(organisation);
    owner.put("enable_blockchain", false);
    owner.put("viewable", true);
    return owner;
  }

  /** Who issued something, in words and as things. */
  Map<String, Object> issuer(Organisation organisation) {
    return Map.of(
        "summary",
        "issued by " + organisation.name(),
        "entities",
        List.of(Map.of("label", "Issued by", "primary", true, "entity", entity(organisation))));
  }

  /** Its own address in this tree. */
  public String url(Organisation organisation) {
    return absolute("/api/v1/organizations/" + organisation.id().value());
  }

  /** Its page. */
  String page(Organisation organisation) {
    return absolute("/org/" + organisation.slug());
  }

  private @Nullable String photo(Organisation organisation) {
    return organisation.logoPath().isEmpty() ? null : absolute(organisation.logoPath());
  }

  /** An address of ours. */
  public String absolute(String path) {
    return settings.baseUrl() + path;
  }

  /** When a thing was made: its id tells. */
  public static Instant made(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
