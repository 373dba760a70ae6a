package org.insignia.server.api.badges;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.browse.BadgeList;
import org.insignia.server.issuing.browse.Issued;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Badges with all that programs are told of them; those of others do not exist here. */
@Component
class OwnBadges {
  private final Credentials credentials;
  private final BadgeList list;
  private final Claims claims;
  private final Achievements achievements;
  private final Texts texts;
  private final Settings settings;

  OwnBadges(
      Credentials credentials,
      BadgeList list,
      Claims claims,
      Achievements achievements,
      Texts texts,
      Settings settings) {
    this.credentials = credentials;
    this.list = list;
    this.claims = claims;
    this.achievements = achievements;
    this.texts = texts;
    this.settings = settings;
  }

  /**
   * A badge of this organisation, signed or not.
   *
   * @throws Problem.NotFound if there is none, or it is erased
   */
  Credential badge(Organisation organisation, CredentialId id) {
    return credentials
        .decided(id)
        .filter(c -> c.organisation().equals(organisation.id()) && !c.isErased())
        .orElseThrow(() -> new Problem.NotFound("there is no badge " + id.value()));
  }

  BadgeJson one(Credential badge) {
    var row =
        list.of(badge.organisation(), List.of(badge.award())).stream()
            .filter(issued -> issued.id().equals(badge.id()))
            .findFirst()
            .orElse(null);
    var claim = claims.of(badge.id()).orElse(null);
    return json(badge, achievements.get(badge.achievement()), row, claim);
  }

  /** One that was issued a moment ago, unsigned and offered to nobody. */
  BadgeJson fresh(Credential badge, Achievement kind) {
    return json(badge, kind, null, null);
  }

  /** In the order of the rows. */
  List<BadgeJson> all(List<Issued> rows) {
    var ids = rows.stream().map(Issued::id).toList();
    Map<CredentialId, Credential> whole = by(credentials.find(ids), Credential::id);
    Map<CredentialId, Claim> answers = by(claims.of(ids), Claim::credential);
    var kinds =
        by(
            achievements.get(rows.stream().map(Issued::achievement).distinct().toList()),
            Achievement::id);
    return rows.stream()
        .filter(row -> whole.containsKey(row.id()) && kinds.containsKey(row.achievement()))
        .map(row ->
            json(
                java.util.Objects.requireNonNull(whole.get(row.id())),
                java.util.Objects.requireNonNull(kinds.get(row.achievement())),
                row,
                answers.get(row.id())))
        .toList();
  }

  private static <K, V> Map<K, V> by(Collection<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  private BadgeJson json(
      Credential badge, Achievement kind, @Nullable Issued row, @Nullable Claim claim) {
    return new BadgeJson(
        badge.id().value(),
        settings.url(badge.path()),
        new BadgeJson.Of(kind.id().value(), kind.slug(), kind.name()),
        new BadgeJson.Recipient(badge.recipientName(), badge.recipient().value()),
        badge.dossier().value(),
        badge.earnedAt(),
        badge.issuedAt(),
        badge.validUntil(),
        word(badge.state()),
        since(badge, row),
        reason(badge),
        claim == null ? "none" : word(claim.state()),
        claim == null ? null : claim.decidedAt(),
        claim == null || claim.state() != Claim.State.ACCEPTED ? null : word(claim.visibility()),
        badge.replaces() == null ? null : badge.replaces().value(),
        badge.replacedBy() == null ? null : badge.replacedBy().value(),
        row != null);
  }

  private static @Nullable Instant since(Credential badge, @Nullable Issued row) {
    return row == null || badge.state() == Credential.State.ISSUED ? null : row.stateAt();
  }

  /** What staff wrote; a cause that nobody wrote, in English. */
  private @Nullable String reason(Credential badge) {
    var reason = badge.stateReason();
    if (reason == null || badge.state() == Credential.State.ISSUED) {
      return null;
    }
    var key = Credential.REASONS + reason;
    return texts.has(key) ? texts.text(Language.EN, key) : reason;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
