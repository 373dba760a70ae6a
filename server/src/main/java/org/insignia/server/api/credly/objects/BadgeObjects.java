package org.insignia.server.api.credly.objects;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Badges as clients read them. */
@Component
public final class BadgeObjects {
  private static final String HIDDEN = "*****";

  private final OrganisationObjects organisations;
  private final TemplateObjects templates;

  BadgeObjects(OrganisationObjects organisations, TemplateObjects templates) {
    this.organisations = organisations;
    this.templates = templates;
  }

  /** Everything. */
  public Map<String, Object> whole(KnownBadge badge) {
    var credential = badge.credential();
    var organisation = badge.organisation();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", credential.id().value().toString());
    whom(json, badge);
    states(json, badge);
    moments(json, badge);
    json.put("country", badge.said().country());
    json.put("country_code", null);
    json.put("country_name", badge.said().country());
    json.put("state_or_province", badge.said().region());
    json.put("printing_enabled", false);
    json.put("print_method", null);
    json.put("suppress_badge_notification_email", badge.details().quiet());
    templates.picture(json, badge.achievement().slug(), credential.design());
    json.put(
        "alignments",
        badge.achievement().particulars().alignments().stream()
            .map(a -> Map.of("name", a.name(), "description", "", "url", a.url()))
            .toList());
    json.put("evidence", evidence(badge));
    json.put("recommendations", List.of());
    json.put("user", user(badge));
    json.put("created_by", organisations.entity(organisation));
    json.put("issuer", organisations.issuer(organisation));
    json.put(
        "badge_template",
        templates.whole(organisation, badge.achievement(), badge.templateWords(), null));
    addresses(json, badge);
    return json;
  }

  /** The few members of long lists. */
  public Map<String, Object> minimal(KnownBadge badge) {
    var credential = badge.credential();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", credential.id().value().toString());
    whom(json, badge);
    json.remove("locale");
    json.put("public", badge.isPublic());
    json.put("state", state(credential, badge.claim()));
    moments(json, badge);
    List.of("issued_at_date", "expires_at_date").forEach(json::remove);
    addresses(json, badge);
    json.put(
        "badge_template",
        Map.of(
            "id", badge.achievement().id().value().toString(), "name", badge.achievement().name()));
    var owner = badge.owner();
    json.put("user", owner == null ? Map.of() : Map.of("id", owner.id().value().toString()));
    return json;
  }

  private static void whom(Map<String, Object> json, KnownBadge badge) {
    var credential = badge.credential();
    json.put("issued_to", credential.recipientName());
    json.put("issued_to_first_name", badge.said().firstName());
    json.put("issued_to_middle_name", badge.said().middleName());
    json.put("issued_to_last_name", badge.said().lastName());
    json.put("issuer_earner_id", badge.number().isEmpty() ? null : badge.number());
    json.put("recipient_email", credential.recipient().value());
    json.put(
        "locale",
        badge.said().locale() != null ? badge.said().locale() : credential.language().tag());
  }

  private static void states(Map<String, Object> json, KnownBadge badge) {
    var credential = badge.credential();
    json.put("state", state(credential, badge.claim()));
    json.put("public", badge.isPublic());
    json.put(
        "revocation_reason", credential.state() == State.REVOKED ? credential.stateReason() : null);
    json.put("replaces_badge_id", id(credential.replaces()));
    json.put("replacement_badge_id", id(credential.replacedBy()));
  }

  private static @Nullable String id(
      org.insignia.server.issuing.@Nullable CredentialId credential) {
    return credential == null ? null : credential.value().toString();
  }

  private static void moments(Map<String, Object> json, KnownBadge badge) {
    var credential = badge.credential();
    var changed = later(badge.changedAt(), badge.claim());
    json.put("created_at", Moments.stamp(credential.issuedAt()));
    json.put("updated_at", Moments.stamp(changed));
    json.put("state_updated_at", Moments.stamp(changed));
    json.put("issued_at", Moments.stamp(credential.earnedAt()));
    json.put("issued_at_date", Moments.day(credential.earnedAt()));
    json.put("expires_at", Moments.stamp(credential.validUntil()));
    json.put("expires_at_date", Moments.day(credential.validUntil()));
  }

  private static Instant later(Instant changed, @Nullable Claim claim) {
    var decided = claim == null ? null : claim.decidedAt();
    return decided != null && decided.isAfter(changed) ? decided : changed;
  }

  /**
   * What became of it in the four words that clients know. That it was replaced is told by what
   * replaces it, and that it ran out by its date; what is out of force for a while has a word of
   * its own, lest it be taken for accepted.
   */
  public static String state(Credential credential, @Nullable Claim claim) {
    if (credential.state() == State.REVOKED) {
      return "revoked";
    }
    if (credential.state() == State.SUSPENDED) {
      return "suspended";
    }
    return switch (claim == null ? Claim.State.PENDING : claim.state()) {
      case PENDING -> "pending";
      case ACCEPTED -> "accepted";
      case REJECTED -> "rejected";
    };
  }

  private void addresses(Map<String, Object> json, KnownBadge badge) {
    var claim = badge.claim();
    var page = organisations.absolute(badge.credential().path());
    boolean waits = claim == null || claim.state() == Claim.State.PENDING;
    boolean open = waits && badge.credential().state() == State.ISSUED;
    json.put("accept_badge_url", open ? page + "/accept" : null);
    json.put("badge_url", waits ? null : page);
  }

  private static List<Map<String, Object>> evidence(KnownBadge badge) {
    if (!badge.said().evidence().isEmpty()) {
      return badge.said().evidence();
    }
    var details = badge.details();
    if (details.evidenceUrl().isEmpty()) {
      return details.evidenceText().isEmpty()
          ? List.of()
          : List.of(
              Map.of(
                  "type", "PlainTextEvidence",
                  "title", "Evidence",
                  "description", details.evidenceText()));
    }
    return List.of(
        Map.of(
            "type", "UrlEvidence",
            "name", details.evidenceUrl(),
            "description", details.evidenceText(),
            "value", details.evidenceUrl()));
  }

  /**
   * Who accepted it, as far as the issuer may know: what it said itself, and what is public of the
   * profile. Nothing while nobody has.
   */
  private Map<String, Object> user(KnownBadge badge) {
    Profile owner = badge.owner();
    if (owner == null) {
      return Map.of();
    }
    var said = badge.said();
    return user(
        owner,
        badge.credential().recipient(),
        new Names(said.firstName(), said.middleName(), said.lastName()));
  }

  /** What somebody is called, in parts. */
  public record Names(@Nullable String first, @Nullable String middle, @Nullable String last) {}

  /** Somebody with an account. */
  public Map<String, Object> user(Profile owner, EmailAddress mailbox, Names names) {
    boolean shown = owner.isVisibleTo(null);
    var photo = shown ? owner.photoPath() : null;
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("id", owner.id().value().toString());
    user.put("email", mailbox.value());
    user.put("first_name", names.first());
    user.put("middle_name", names.middle());
    user.put("last_name", names.last());
    user.put("current_position_name", HIDDEN);
    user.put("current_organization_name", HIDDEN);
    user.put("confirmed", true);
    user.put("photo", photo == null ? Map.of() : Map.of("url", organisations.absolute(photo)));
    user.put("photo_url", photo == null ? null : organisations.absolute(photo));
    user.put("url", shown ? organisations.absolute(owner.path()) : null);
    return user;
  }
}
