package org.insignia.server.insights.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.posting.Workplace;
import org.insignia.server.insights.syntax.PlainText;
import org.jspecify.annotations.Nullable;

/** Makes postings of drafts, or says why not. */
public final class DraftCheck {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}]");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_EMPLOYER = 200;

  /** A posting may name hundreds of places; so much is read of them, and so much kept as given. */
  private static final int LONGEST_PLACES = 20_000;

  private static final int LONGEST_PLACE = 1000;
  private static final int LONGEST_TYPE = 100;

  /** Before this there were no feeds, and a date is a slip. */
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);

  private final String employer;
  private final String country;
  private final Instant now;

  /**
   * @param employer for postings that name none; may be empty
   * @param country ISO 3166-1, for places that name none; may be empty
   */
  public DraftCheck(String employer, String country, Instant now) {
    this.employer = employer;
    this.country = country;
    this.now = now;
  }

  /** What a check found. */
  public sealed interface Checked {
    /** The item is a posting. */
    record Good(Posting posting) implements Checked {}

    /**
     * The item is not taken.
     *
     * @param name what it calls itself; may be empty
     */
    record Bad(String name, Fault fault, String value) implements Checked {}
  }

  /** Checks a draft. */
  public Checked check(Draft draft) {
    var stated = draft.fault();
    if (stated != null) {
      return new Checked.Bad(name(draft), stated, draft.wrong());
    }
    try {
      return new Checked.Good(posting(draft));
    } catch (Faulty faulty) {
      return new Checked.Bad(name(draft), faulty.fault(), faulty.value());
    }
  }

  private static String name(Draft draft) {
    var id = draft.text(Field.ID);
    return id.isEmpty() ? draft.text(Field.TITLE) : id;
  }

  private Posting posting(Draft draft) throws Faulty {
    var id = id(draft.text(Field.ID));
    var title = Wording.line(draft.text(Field.TITLE), LONGEST_TITLE);
    if (title.isEmpty()) {
      throw new Faulty(Fault.NO_TITLE, "");
    }
    var who = Wording.name(draft.text(Field.EMPLOYER), LONGEST_EMPLOYER);
    var given = Wording.line(draft.text(Field.PLACE), LONGEST_PLACES);
    var where =
        new PlaceReader(country)
            .read(
                given,
                country(draft.text(Field.COUNTRY)),
                draft.text(Field.REGION),
                draft.text(Field.CITY));
    var text = PlainText.of(draft.text(Field.TEXT));
    if (text.active()) {
      throw new Faulty(Fault.ACTIVE_CONTENT, draft.text(Field.TEXT));
    }
    var posted = posted(draft.text(Field.POSTED));
    return new Posting(
        id,
        title,
        who.isEmpty() ? employer : who,
        given.length() <= LONGEST_PLACE ? given : given.substring(0, LONGEST_PLACE),
        where.places(),
        workplace(draft.text(Field.WORKPLACE), where.workplace()),
        Pay.of(draft),
        Experience.of(draft.text(Field.SENIORITY), title),
        type(draft.text(Field.TYPE)),
        Tongue.of(draft.text(Field.LANGUAGE), title + ". " + text.text()),
        posted,
        until(draft.text(Field.UNTIL)),
        ApplyAddress.read(draft.text(Field.URL)),
        List.copyOf(draft.tags()),
        text.text());
  }

  private static String id(String given) throws Faulty {
    var id = given.strip();
    if (id.isEmpty()) {
      throw new Faulty(Fault.NO_ID, "");
    }
    if (id.length() > LONGEST_ID || UNSEEN.matcher(id).find()) {
      throw new Faulty(Fault.BAD_ID, id);
    }
    return id;
  }

  /** The code; empty where a name says nothing to us. What looks like a code has to be one. */
  private static String country(String given) throws Faulty {
    var text = given.strip();
    if (text.isEmpty()) {
      return "";
    }
    var code = Gazetteer.country(text);
    if (code.isEmpty() && CODE.matcher(text).matches() && !text.equals("EU")) {
      throw new Faulty(Fault.BAD_COUNTRY, text);
    }
    return code;
  }

  private static Workplace workplace(String stated, Workplace understood) {
    var word = NO_LETTERS.matcher(stated.toLowerCase(Locale.ROOT)).replaceAll("");
    return switch (word) {
      case "remote", "telecommute", "fullyremote", "true" -> Workplace.REMOTE;
      case "hybrid" -> Workplace.HYBRID;
      case "onsite", "office", "inoffice" -> Workplace.ONSITE;
      default -> understood;
    };
  }

  private static String type(String given) throws Faulty {
    var type = Wording.line(given, Integer.MAX_VALUE);
    return type.length() <= LONGEST_TYPE ? type : "";
  }

  private @Nullable Instant posted(String given) throws Faulty {
    if (given.isBlank()) {
      return null;
    }
    var at = Moments.begin(given);
    if (at.isBefore(FIRST) || at.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new Faulty(Fault.BAD_DATE, given);
    }
    return at;
  }

  private static @Nullable Instant until(String given) throws Faulty {
    if (given.isBlank()) {
      return null;
    }
    var at = Moments.end(given);
    if (at.isBefore(FIRST)) {
      throw new Faulty(Fault.BAD_DATE, given);
    }
    return at;
  }
}
