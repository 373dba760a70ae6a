package org.insignia.server.issuing.hand;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.Finding;
import org.insignia.server.results.identity.Recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a row of a list, or the form for one badge, says. Nothing is guessed: what is not
 * plain is refused with the column to blame.
 */
public final class WishReader {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
  private static final ZoneOffset FIRST_TO_SEE_TOMORROW = ZoneOffset.ofHours(14);
  private static final int NAME = 200;
  private static final int URL = 2_000;
  private static final int TEXT = 4_000;

  private final Function<String, Optional<Achievement>> badges;
  private final Defaults defaults;
  private final Instant now;

  private WishReader(
      Function<String, Optional<Achievement>> badges, Defaults defaults, Instant now) {
    this.badges = badges;
    this.defaults = defaults;
    this.now = now;
  }

  /**
   * What holds where a row says nothing.
   *
   * @param achievement null where each row names its badge
   */
  public record Defaults(@Nullable Achievement achievement, Language language, boolean quiet) {}

  /** Something in a row that cannot be taken. */
  public record Wrong(Column column, Finding why) {}

  /** A wish or what is wrong with it. */
  public sealed interface Reading {
    record Sound(Wish wish, Achievement achievement) implements Reading {}

    record Unsound(List<Wrong> wrongs) implements Reading {
      public Unsound {
        wrongs = List.copyOf(wrongs);
      }
    }
  }

  /** A reader of one organisation's wishes, by its badges of this moment. */
  public static WishReader of(
      Achievements achievements,
      Catalog catalog,
      OrganisationId organisation,
      Defaults defaults,
      Clock clock) {
    return new WishReader(
        BadgeNames.of(achievements, catalog, organisation)::find, defaults, clock.instant());
  }

  /** As {@link #of}, for a few wishes of one moment: only badges that they name are looked up. */
  public static WishReader ofOne(
      Achievements achievements,
      Catalog catalog,
      OrganisationId organisation,
      Defaults defaults,
      Clock clock) {
    return new WishReader(
        BadgeNames.asked(achievements, catalog, organisation), defaults, clock.instant());
  }

  /** The same badges, with other things that hold where a row says nothing. */
  public WishReader with(Defaults others) {
    return new WishReader(badges, others, now);
  }

  /** A reader of wishes that name no badge of their own. */
  public static WishReader of(Achievement achievement, Language language, Clock clock) {
    return new WishReader(
        BadgeNames.NONE::find, new Defaults(achievement, language, false), clock.instant());
  }

  /**
   * Reads one.
   *
   * @param request what tells it from others where it has no number of its own
   */
  public Reading read(Map<Column, String> texts, String request, long line) {
    var row = new Row(texts);
    Achievement achievement = row.badge();
    EmailAddress mailbox = row.mailbox();
    String given = row.line(Column.GIVEN_NAME, NAME);
    String family = row.line(Column.FAMILY_NAME, NAME);
    String whole = row.line(Column.NAME, NAME);
    if (given.isEmpty() && family.isEmpty()) {
      family = whole;
    }
    if (given.isEmpty() && family.isEmpty() && row.wrongs.stream().noneMatch(Row::isName)) {
      row.wrong(texts.containsKey(Column.NAME) ? Column.NAME : Column.FAMILY_NAME, "issue.no-name");
    }
    LocalDate earned = row.earned();
    LocalDate expires = row.expires(earned);
    Language language = row.language();
    var details =
        new Details(
            defaults.quiet(),
            row.url(),
            row.text(Column.EVIDENCE_TEXT, TEXT),
            row.line(Column.RESULT, NAME));
    String number = row.line(Column.EARNER_NUMBER, 100);
    String own = row.line(Column.REQUEST, 255);
    if (!row.wrongs.isEmpty() || achievement == null || mailbox == null || earned == null) {
      return new Reading.Unsound(row.wrongs);
    }
    UUID key = Wish.request(own.isEmpty() ? request : "row:" + own);
    return new Reading.Sound(
        new Wish(
            achievement.id(),
            new Recipient(mailbox, given, family, language, number),
            earned.atStartOfDay(ZoneOffset.UTC).toInstant(),
            expires == null ? null : expires.atTime(23, 59, 59).toInstant(ZoneOffset.UTC),
            details,
            key,
            line),
        achievement);
  }

  /** The texts of one row, and what was wrong with them so far. */
  private final class Row {
    private final Map<Column, String> texts;
    private final List<Wrong> wrongs = new ArrayList<>();

    Row(Map<Column, String> texts) {
      this.texts = texts;
    }

    static boolean isName(Wrong wrong) {
      return wrong.column() == Column.NAME
          || wrong.column() == Column.GIVEN_NAME
          || wrong.column() == Column.FAMILY_NAME;
    }

    void wrong(Column column, String code, Object... args) {
      wrongs.add(new Wrong(column, Finding.of(code, args)));
    }

    String text(Column column, int most) {
      var text = PlainText.block(texts.getOrDefault(column, ""));
      if (text.length() > most) {
        wrong(column, "issue.too-long", most);
        return "";
      }
      if (PlainText.hasControls(text)) {
        wrong(column, "issue.control");
        return "";
      }
      return text;
    }

    String line(Column column, int most) {
      return PlainText.line(text(column, most));
    }

    @Nullable Achievement badge() {
      String text = line(Column.BADGE, NAME);
      Achievement found = text.isEmpty() ? defaults.achievement() : badges.apply(text).orElse(null);
      if (found == null && wrongs.isEmpty()) {
        wrong(Column.BADGE, text.isEmpty() ? "issue.empty" : "issue.unknown-badge", text);
      }
      if (found != null && !found.isOffered()) {
        var why =
            found.state() == Achievement.State.DRAFT ? "issue.badge-draft" : "issue.badge-archived";
        wrong(Column.BADGE, why, found.name());
      }
      return found;
    }

    @Nullable EmailAddress mailbox() {
      String text = text(Column.MAILBOX, 400);
      var mailbox = EmailAddress.parse(text).filter(WishReader::isUsual);
      if (mailbox.isEmpty()) {
        wrong(Column.MAILBOX, text.isEmpty() ? "issue.empty" : "issue.no-mailbox", text);
      }
      return mailbox.orElse(null);
    }

    private @Nullable LocalDate day(Column column) {
      String text = line(column, 60);
      if (text.isEmpty()) {
        return null;
      }
      try {
        var day = DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        if (day == null) {
          wrong(column, "issue.no-day", text);
        } else if (day.isBefore(EARLIEST)) {
          wrong(column, "issue.day-too-early", text);
        } else if (day.isAfter(LATEST)) {
          wrong(column, "issue.day-too-late", text);
        }
        return day;
      } catch (DateTimeException impossible) {
        wrong(column, "issue.no-day", text);
        return null;
      }
    }

    @Nullable LocalDate earned() {
      int before = wrongs.size();
      LocalDate day = day(Column.EARNED);
      if (wrongs.size() > before) {
        return null;
      }
      if (day != null && day.isAfter(LocalDate.ofInstant(now, FIRST_TO_SEE_TOMORROW))) {
        wrong(Column.EARNED, "issue.day-in-future", day);
      }
      return day == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : day;
    }

    @Nullable LocalDate expires(@Nullable LocalDate earned) {
      LocalDate day = day(Column.EXPIRES);
      if (day != null && earned != null && !day.isAfter(earned)) {
        wrong(Column.EXPIRES, "issue.expires-first", day);
      }
      return day;
    }

    Language language() {
      String text = line(Column.LANGUAGE, 40);
      if (text.isEmpty()) {
        return defaults.language();
      }
      var found = Language.find(text);
      if (found.isEmpty()) {
        wrong(Column.LANGUAGE, "issue.unknown-language", text);
      }
      return found.orElse(defaults.language());
    }

    String url() {
      String text = line(Column.EVIDENCE_URL, URL);
      if (!text.isEmpty() && !isWebAddress(text)) {
        wrong(Column.EVIDENCE_URL, "issue.no-url", text);
        return "";
      }
      return text;
    }
  }

  /** Some mailboxes that rules allow are used by nobody but those who attack mail servers. */
  private static boolean isUsual(EmailAddress mailbox) {
    return !mailbox.value().startsWith("-") && mailbox.value().indexOf('|') < 0;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }
}
