package org.insignia.server.api.credly.badges;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.credly.objects.Said;
import org.insignia.server.api.credly.objects.TemplateWords;
import org.insignia.server.api.credly.objects.TemplateWordsStore;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.browse.ClaimSearch;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.issuing.hand.Column;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.issuing.hand.WishReader;
import org.insignia.server.issuing.hand.WishReader.Reading;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which badge a program wants somebody to have. */
@Component
class BadgeWishes {
  private static final Map<Column, String> FIELDS =
      Map.of(
          Column.MAILBOX, "Recipient email",
          Column.NAME, "Issued to",
          Column.GIVEN_NAME, "Issued to first name",
          Column.FAMILY_NAME, "Issued to last name",
          Column.EARNER_NUMBER, "Issuer earner",
          Column.EVIDENCE_URL, "Evidence",
          Column.EVIDENCE_TEXT, "Evidence");
  private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** Where the day is already another, and clocks that are not quite right. */
  private static final Duration AHEAD = Duration.ofHours(15);

  private final Achievements achievements;
  private final TemplateWordsStore templates;
  private final Credentials credentials;
  private final ClaimSearch claims;
  private final Texts texts;
  private final Clock clock;

  BadgeWishes(
      Achievements achievements,
      TemplateWordsStore templates,
      Credentials credentials,
      ClaimSearch claims,
      Texts texts,
      Clock clock) {
    this.achievements = achievements;
    this.templates = templates;
    this.credentials = credentials;
    this.claims = claims;
    this.texts = texts;
    this.clock = clock;
  }

  /** A badge that is wanted, and what else was said of it. */
  record Wanted(Wish wish, Said said) {}

  /** What is wanted of a new badge. */
  Wanted read(Organisation organisation, Asked asked) {
    var achievement = template(organisation, asked);
    var mailbox = asked.text("recipient_email").or(() -> known(organisation, asked)).orElse("");
    return read(achievement, asked, mailbox, names(asked, null));
  }

  /** What is wanted of a badge in the place of another; what is not said is as it was. */
  Wanted read(Organisation organisation, Asked asked, Credential old, Said before, String number) {
    var achievement = template(organisation, asked);
    var names = names(asked, before);
    var wanted = read(achievement, asked, old.recipient().value(), names);
    boolean unnumbered = wanted.wish().person().number().isEmpty() && !number.isEmpty();
    return unnumbered ? new Wanted(numbered(wanted.wish(), number), wanted.said()) : wanted;
  }

  private static Wish numbered(Wish wish, String number) {
    var person = wish.person();
    return new Wish(
        wish.achievement(),
        new org.insignia.server.results.identity.Recipients.Recipient(
            person.mailbox(), person.givenName(), person.familyName(), person.language(), number),
        wish.earnedAt(),
        wish.validUntil(),
        wish.details(),
        wish.request(),
        wish.line());
  }

  private Wanted read(Achievement achievement, Asked asked, String mailbox, Said names) {
    var locale = asked.text("locale");
    var evidence = EvidenceForms.read(asked);
    var said =
        new Said(
            names.firstName(),
            names.middleName(),
            names.lastName(),
            locale.orElse(null),
            place(asked, "country_name").or(() -> place(asked, "country")).orElse(names.country()),
            place(asked, "state_or_province").orElse(names.region()),
            evidence);
    var language = locale.map(Locales::of).orElse(Language.EN);
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.MAILBOX, mailbox);
    var first = said.firstName() + (said.middleName() == null ? "" : " " + said.middleName());
    row.put(Column.GIVEN_NAME, first.strip());
    row.put(Column.FAMILY_NAME, said.lastName());
    row.put(Column.EARNER_NUMBER, asked.text("issuer_earner_id").orElse(""));
    row.put(Column.EVIDENCE_URL, EvidenceForms.address(evidence));
    row.put(Column.EVIDENCE_TEXT, EvidenceForms.words(evidence));
    var request = "credly:" + UUID.randomUUID();
    var wish =
        switch (WishReader.of(achievement, language, clock).read(row, request, 0)) {
          case Reading.Sound sound -> sound.wish();
          case Reading.Unsound unsound -> throw wrong(unsound);
        };
    return new Wanted(timed(wish, asked, achievement), said);
  }

  private Wish timed(Wish wish, Asked asked, Achievement achievement) {
    var issued = issued(asked);
    var quiet = asked.flag("suppress_badge_notification_email").orElse(false);
    var details = wish.details();
    return new Wish(
        wish.achievement(),
        wish.person(),
        issued,
        expires(asked, achievement, issued).orElse(null),
        new Details(quiet, details.evidenceUrl(), details.evidenceText(), ""),
        wish.request(),
        0);
  }

  private Refusal wrong(Reading.Unsound unsound) {
    var first = unsound.wrongs().getFirst();
    var why = first.why();
    var field = FIELDS.getOrDefault(first.column(), "Badge");
    if (why.code().equals("issue.empty") || why.code().equals("issue.no-name")) {
      return blank(field);
    }
    var key = "issuing.finding." + why.code().substring("issue.".length());
    return Refusal.invalid(
        "Validation failed: "
            + field
            + " is invalid: "
            + texts.text(Language.EN, key, why.args().toArray()));
  }

  private static Refusal blank(String field) {
    return Refusal.invalid("Validation failed: " + field + " can't be blank");
  }

  private Achievement template(Organisation organisation, Asked asked) {
    var typed = asked.text("badge_template_id").orElse("");
    var gone = templates.gone(organisation.id());
    var found =
        Ids.find(typed).map(AchievementId::new).stream()
            .flatMap(id -> achievements.get(List.of(id)).stream())
            .filter(a -> a.organisation().equals(organisation.id()) && !gone.contains(a.id()))
            .findFirst()
            .orElseThrow(() -> Refusal.invalid("Invalid or missing Badge Template ID: " + typed));
    if (!found.isOffered()) {
      throw Refusal.invalid(
          "Invalid or missing Badge Template ID: "
              + typed
              + " (the badge template is "
              + (found.state() == Achievement.State.DRAFT ? "a draft" : "archived")
              + ")");
    }
    return found;
  }

  /** The mailbox of a user who has a badge of this organisation already: it knows that one. */
  private Optional<String> known(Organisation organisation, Asked asked) {
    return asked
        .text("user_id")
        .flatMap(Ids::find)
        .flatMap(id ->
            credentials.find(claims.heldBy(organisation.id(), new PersonId(id))).stream()
                .filter(c -> !c.isErased())
                .reduce((earlier, later) -> later)
                .map(c -> c.recipient().value()));
  }

  private static Said names(Asked asked, @Nullable Said before) {
    var first = asked.text("issued_to_first_name");
    var last = asked.text("issued_to_last_name");
    if (first.isEmpty() && last.isEmpty()) {
      var whole = asked.text("issued_to");
      if (whole.isPresent()) {
        return Said.ofName(whole.get());
      }
      if (before != null) {
        return before;
      }
    }
    if (before == null && first.isEmpty()) {
      throw blank("Issued to first name");
    }
    if (before == null && last.isEmpty()) {
      throw blank("Issued to last name");
    }
    return new Said(
        first.orElse(before == null ? "" : before.firstName()),
        asked.text("issued_to_middle_name").orElse(before == null ? null : before.middleName()),
        last.orElse(before == null ? "" : before.lastName()),
        null,
        before == null ? null : before.country(),
        before == null ? null : before.region(),
        List.of());
  }

  private static Optional<String> place(Asked asked, String name) {
    var place = asked.text(name);
    if (place.isPresent()
        && (place.get().length() > 100 || place.get().chars().anyMatch(Character::isISOControl))) {
      throw Refusal.invalid(
          "Validation failed: "
              + name.replace('_', ' ').substring(0, 1).toUpperCase(Locale.ROOT)
              + name.replace('_', ' ').substring(1)
              + " is too long (maximum is 100 characters)");
    }
    return place;
  }

  private Instant issued(Asked asked) {
    var typed = asked.text("issued_at").orElseThrow(() -> blank("Issued at"));
    var at =
        Moments.parse(typed)
            .orElseThrow(() ->
                Refusal.invalid(
                    "Validation failed: Issued at is not a date: write 2014-04-01 09:41:00 -0500"));
    if (at.isBefore(EARLIEST)) {
      throw Refusal.invalid("Validation failed: Issued at must be after 1980");
    }
    if (at.isAfter(clock.instant().plus(AHEAD))) {
      throw Refusal.invalid("Validation failed: Issued at can't be in the future");
    }
    return at;
  }

  /** Nothing means what the template says; false means never. */
  private Optional<Instant> expires(Asked asked, Achievement achievement, Instant issued) {
    var typed = asked.text("expires_at");
    if (typed.isEmpty() || typed.get().equalsIgnoreCase("null")) {
      return Optional.ofNullable(
              templates
                  .find(List.of(achievement.id()))
                  .getOrDefault(achievement.id(), TemplateWords.NONE)
                  .defaultExpiry())
          .filter(at -> at.isAfter(issued));
    }
    if (typed.get().equalsIgnoreCase("false")) {
      return Optional.empty();
    }
    var at =
        Moments.parse(typed.get())
            .filter(t -> t.isBefore(LATEST))
            .orElseThrow(() -> Refusal.invalid("Validation failed: Expires at is not a date"));
    if (!at.isAfter(issued)) {
      throw Refusal.invalid("Validation failed: Expires at must be after issued at");
    }
    return Optional.of(at);
  }
}
