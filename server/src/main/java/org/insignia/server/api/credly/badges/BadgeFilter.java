package org.insignia.server.api.credly.badges;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.credly.objects.BadgeObjects;
import org.insignia.server.api.credly.objects.KnownBadge;
import org.insignia.server.api.credly.objects.TemplateWordsStore;
import org.insignia.server.api.credly.wire.Filters;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.browse.ClaimSearch;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.eligibility.HandAwards;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.browse.Sought;
import org.insignia.server.issuing.browse.Sought.Lives;
import org.insignia.server.issuing.browse.Sought.Stretch;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out which badges a filter means. What it names and nobody has finds nothing. */
@Component
class BadgeFilter {
  private static final int MOST_OF_ONE = 5_000;

  private final Accounts accounts;
  private final HandAwards awards;
  private final ClaimSearch claims;
  private final TemplateWordsStore templates;

  BadgeFilter(
      Accounts accounts, HandAwards awards, ClaimSearch claims, TemplateWordsStore templates) {
    this.accounts = accounts;
    this.awards = awards;
    this.claims = claims;
    this.templates = templates;
  }

  /**
   * The part of a filter that asks what became of a badge at its earner's.
   *
   * @param states empty: any
   */
  private record Fate(
      Set<String> states, Optional<Boolean> shown, Optional<PersonId> user, boolean nobody) {
    static Fate of(Filters filters) {
      var user = filters.ids("user_id");
      return new Fate(
          Set.copyOf(filters.words("state")),
          filters.flag("public"),
          user.flatMap(ids -> ids.stream().findFirst()).map(PersonId::new),
          user.isPresent() && user.get().isEmpty());
    }

    boolean fits(KnownBadge badge) {
      return (states.isEmpty()
              || states.contains(BadgeObjects.state(badge.credential(), badge.claim())))
          && (shown.isEmpty() || shown.get() == badge.isPublic())
          && (user.isEmpty() || badge.owner() != null && user.get().equals(badge.owner().id()))
          && !nobody;
    }
  }

  /** Whether a badge fits that part of a filter that {@link #withoutFate} leaves out. */
  boolean fits(Filters filters, KnownBadge badge) {
    return Fate.of(filters).fits(badge);
  }

  /** What is sought, whatever became of it at its earner's. */
  Sought withoutFate(Organisation organisation, Filters filters) {
    return sought(organisation, filters, Lives.ALL, null, null);
  }

  /** What is sought. */
  Sought whole(Organisation organisation, Filters filters) {
    var fate = Fate.of(filters);
    List<CredentialId> ids = fate.nobody() ? List.of() : null;
    if (fate.user().isPresent()) {
      ids = both(ids, claims.heldBy(organisation.id(), fate.user().get()));
    }
    List<CredentialId> not = null;
    if (fate.shown().isPresent()) {
      var shown = claims.shown(organisation.id());
      if (fate.shown().get()) {
        ids = both(ids, shown);
      } else {
        not = shown;
      }
    }
    return sought(organisation, filters, lives(organisation, fate.states()), ids, not);
  }

  private Sought sought(
      Organisation organisation,
      Filters filters,
      Lives lives,
      @Nullable List<CredentialId> ids,
      @Nullable List<CredentialId> not) {
    return new Sought(
        organisation.id(),
        achievements(organisation, filters),
        mailboxes(filters),
        numbered(organisation, filters),
        ids,
        not,
        lives,
        filters.text("query").orElse(null),
        stretch(filters, "issued_at"),
        stretch(filters, "created_at"),
        stretch(filters, "expires_at"),
        stretch(filters, "updated_at"));
  }

  private Lives lives(Organisation organisation, Set<String> words) {
    if (words.isEmpty()) {
      return Lives.ALL;
    }
    boolean revoked = words.contains("revoked");
    Set<Claim.State> states =
        Set.of(Claim.State.values()).stream()
            .filter(s -> words.contains(s.name().toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.toSet());
    if (states.isEmpty()) {
      return new Lives(revoked, false, null, List.of());
    }
    if (!states.contains(Claim.State.PENDING)) {
      return new Lives(revoked, true, claims.in(organisation.id(), states), List.of());
    }
    // Who waits may not have been told yet and has no claim: all but those who decided otherwise.
    var decided =
        Set.of(Claim.State.ACCEPTED, Claim.State.REJECTED).stream()
            .filter(s -> !states.contains(s))
            .collect(Collectors.toSet());
    return new Lives(revoked, true, null, claims.in(organisation.id(), decided));
  }

  private @Nullable List<AwardId> numbered(Organisation organisation, Filters filters) {
    return filters
        .text("issuer_earner_id")
        .map(number -> awards.numbered(organisation.id(), number, MOST_OF_ONE))
        .orElse(null);
  }

  private static List<CredentialId> both(
      @Nullable List<CredentialId> some, List<CredentialId> others) {
    if (some == null) {
      return others;
    }
    var known = Set.copyOf(others);
    return some.stream().filter(known::contains).toList();
  }

  private @Nullable List<AchievementId> achievements(Organisation organisation, Filters filters) {
    var ids =
        filters
            .ids("badge_template_id")
            .or(() -> filters.ids("badge_templates[id]"))
            .map(all -> all.stream().map(AchievementId::new).toList());
    var tags = filters.list("badge_templates[reporting_tags]");
    if (tags.isEmpty()) {
      return ids.orElse(null);
    }
    var tagged = templates.tagged(organisation.id(), tags);
    return ids.map(all -> all.stream().filter(tagged::contains).toList()).orElse(tagged);
  }

  private @Nullable List<EmailAddress> mailboxes(Filters filters) {
    var of = filters.text("recipient_email");
    if (of.isPresent()) {
      return filters.list("recipient_email").stream()
          .flatMap(m -> EmailAddress.parse(m).stream())
          .toList();
    }
    return filters.text("recipient_email_all").map(this::allOf).orElse(null);
  }

  /** The mailboxes of whoever owns this one. */
  private List<EmailAddress> allOf(String typed) {
    var mailbox = EmailAddress.parse(typed);
    var all = mailbox.flatMap(accounts::ownerOf).map(accounts::verifiedAddresses).orElse(List.of());
    return all.isEmpty() ? mailbox.stream().toList() : all;
  }

  private static Stretch stretch(Filters filters, String key) {
    var from = end(filters, key + "_min", key + "_date_min", false);
    var until = end(filters, key + "_max", key + "_date_max", true);
    return from.isEmpty() && until.isEmpty()
        ? Stretch.ALL
        : new Stretch(from.orElse(null), until.orElse(null));
  }

  /** A day counts whole. */
  private static Optional<Instant> end(
      Filters filters, String key, String other, boolean untilTheEnd) {
    return filters
        .text(key, other)
        .map(text -> {
          var at =
              Moments.parse(text)
                  .orElseThrow(() -> Refusal.unreadable("filter " + key + ": not a date: " + text));
          return untilTheEnd && !text.contains(":")
              ? at.plus(Duration.ofDays(1)).minusMillis(1)
              : at;
        });
  }
}
