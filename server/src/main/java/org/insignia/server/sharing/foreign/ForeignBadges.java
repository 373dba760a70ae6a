package org.insignia.server.sharing.foreign;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.foreign.ForeignBadgeStore.Seen;
import org.insignia.server.sharing.foreign.ImportOutcome.Refusal;
import org.insignia.server.verification.Verification;
import org.insignia.server.verification.view.ReportView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Badges that were issued elsewhere and are kept here by their holders. Each is verified on its way
 * in and again every week; what is shown is its own issuer, and what was found.
 *
 * <p>It has to be the holder's: one made out to a mailbox that is not proven to be theirs is
 * refused, and one that names no mailbox is kept for its holder's eyes only, for anybody could have
 * brought it.
 */
@Service
public class ForeignBadges {
  /** The most that one person may keep. */
  public static final int MOST = 200;

  static final Duration GOOD_FOR = Duration.ofDays(7);
  private static final Duration AGAIN_SOON = Duration.ofHours(6);
  private static final int LONGEST_ADDRESS = 2000;
  private static final int LONGEST_TYPED = 4096;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Attempts.Rule PACE =
      Attempts.Rule.easing(
          20, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(30));

  private final ForeignBadgeStore store;
  private final Verification verification;
  private final Accounts accounts;
  private final Attempts attempts;
  private final Audit audit;
  private final Settings settings;
  private final Clock clock;

  ForeignBadges(
      ForeignBadgeStore store,
      Verification verification,
      Accounts accounts,
      Attempts attempts,
      Audit audit,
      Settings settings,
      Clock clock) {
    this.store = store;
    this.verification = verification;
    this.accounts = accounts;
    this.attempts = attempts;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes in a badge from the address where it is, or of the page that is about it. */
  public ImportOutcome fromAddress(PersonId person, String address) {
    URI url = address(address);
    if (url == null) {
      return refused(Refusal.NO_ADDRESS);
    }
    pace(person);
    return verification.found(url) instanceof Loaded.Document document
            && !document.mediaType().contains("html")
        ? keep(person, document.body(), url.toString())
        : refused(Refusal.NOT_FETCHED);
  }

  /** Takes in what somebody typed: the address of a badge, or else the badge itself. */
  public ImportOutcome fromText(PersonId person, Bytes typed) {
    if (typed.size() < LONGEST_TYPED) {
      var text = typed.utf8().strip();
      if (ADDRESS.matcher(text).matches()) {
        return fromAddress(person, text);
      }
    }
    return fromBytes(person, typed);
  }

  /** Takes in a badge as a file or text: JSON, JWT, PNG, SVG or PDF. */
  public ImportOutcome fromBytes(PersonId person, Bytes input) {
    if (input.size() == 0) {
      return refused(Refusal.NOTHING);
    }
    if (input.size() > Verification.MOST_BYTES) {
      return refused(Refusal.TOO_LARGE);
    }
    pace(person);
    return keep(person, input, null);
  }

  private void pace(PersonId person) {
    attempts
        .count(Attempts.subject("import-badge", person.toString()), PACE)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "too many badges at once");
        });
  }

  private ImportOutcome keep(PersonId person, Bytes input, @Nullable String source) {
    if (store.count(person) >= MOST) {
      return refused(Refusal.TOO_MANY);
    }
    var report = verification.verify(input);
    var credential = report.credential();
    var objection = objection(report);
    if (objection != null || credential == null) {
      return new ImportOutcome.Refused(
          objection == null ? Refusal.NOT_VALID : objection, ReportView.ofSteps(report));
    }
    var belonging = Belonging.of(credential, accounts.verifiedAddresses(person));
    if (belonging == Belonging.OTHERS) {
      return refused(Refusal.OF_OTHERS);
    }
    var view = verification.view(report).badge();
    if (view == null) {
      return refused(Refusal.NOT_VALID);
    }
    var read = ReadBadge.of(input, credential);
    var picture = read.picture().or(() -> PictureCopy.of(view.image())).orElse(null);
    boolean confirmed = belonging == Belonging.CONFIRMED;
    var id = Ids.next();
    if (!store.insert(
        id,
        person,
        read,
        source,
        new Seen(view, ReportView.ofSteps(report), confirmed, picture),
        clock.instant())) {
      return new ImportOutcome.Known(store.idOf(person, read.hash()).orElse(id));
    }
    record(person, "import", id, view.issuerId());
    return new ImportOutcome.Kept(id, confirmed);
  }

  private @Nullable Refusal objection(Report report) {
    var credential = report.credential();
    if (credential != null
        && String.valueOf(credential.string("id")).startsWith(settings.baseUrl() + "/badges/")) {
      return Refusal.OUR_OWN;
    }
    return switch (report.verdict()) {
      case VALID, UNKNOWN_ISSUER, SUSPENDED, EXPIRED, NOT_YET_VALID -> null;
      case INVALID -> Refusal.NOT_VALID;
      case REVOKED -> Refusal.REVOKED;
      case UNCHECKED -> Refusal.UNCHECKED;
    };
  }

  private static ImportOutcome refused(Refusal refusal) {
    return new ImportOutcome.Refused(refusal, null);
  }

  private static @Nullable URI address(String typed) {
    var text = typed.strip();
    if (text.length() > LONGEST_ADDRESS
        || !(text.startsWith("https://") || text.startsWith("http://"))) {
      return null;
    }
    try {
      var url = new URI(text);
      return url.getHost() == null || url.getUserInfo() != null ? null : url;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The badge, if the one who asks may see it. */
  public Optional<ForeignBadge> find(UUID id, @Nullable PersonId asking) {
    return store.find(id).filter(b -> b.isPublic() || b.person().equals(asking));
  }

  /** All that a person keeps, latest first. */
  public List<ForeignBadge> of(PersonId person) {
    return store.of(person);
  }

  /** What a person shows to everybody. */
  public List<ForeignBadge> shownBy(PersonId person) {
    return store.of(person).stream().filter(b -> b.isPublic() && b.holds()).toList();
  }

  /** The credential itself: JSON or a compact JWS; whether it may be seen is asked before. */
  public Optional<String> document(UUID id) {
    return store.document(id);
  }

  /** Its picture as pixels of our own; whether it may be seen is asked before. */
  public Optional<Bytes> picture(UUID id) {
    return store.picture(id);
  }

  /** What was handed in, for the one who did so. */
  public Optional<Original> original(PersonId person, UUID id) {
    return store.find(id).filter(b -> b.person().equals(person)).flatMap(b -> store.original(id));
  }

  /**
   * Shows it to everybody, or to nobody else.
   *
   * @throws Problem.Conflict if it names no mailbox of its holder: then it stays private
   */
  public void show(PersonId person, UUID id, boolean toEverybody) {
    var badge = mine(person, id);
    if (!store.setVisibility(badge.id(), person, toEverybody)) {
      throw new Problem.Conflict("this badge names no address of yours and stays private");
    }
    record(person, toEverybody ? "public" : "private", id, "");
  }

  /** Removes it for good. */
  public void remove(PersonId person, UUID id) {
    if (store.delete(mine(person, id).id(), person)) {
      record(person, "remove", id, "");
    }
  }

  /** Checks it now, as its holder asked for. */
  public void checkNow(PersonId person, UUID id) {
    mine(person, id);
    pace(person);
    var now = clock.instant();
    store.tried(id, now, now.plus(AGAIN_SOON));
    check(id);
  }

  /** Checks one that is due; false if none is. */
  boolean checkOne() {
    var now = clock.instant();
    var due = store.takeDue(now, now.plus(AGAIN_SOON));
    due.ifPresent(this::check);
    return due.isPresent();
  }

  /** That something could not be learnt now changes nothing of what was found before. */
  private void check(UUID id) {
    var badge = store.find(id);
    var original = store.original(id);
    if (badge.isEmpty() || original.isEmpty()) {
      return;
    }
    var report = verification.verify(original.get().bytes());
    if (report.verdict() == Verdict.UNCHECKED) {
      return;
    }
    var credential = report.credential();
    boolean confirmed =
        credential == null
            ? badge.get().confirmed()
            : Belonging.of(credential, accounts.verifiedAddresses(badge.get().person()))
                == Belonging.CONFIRMED;
    store.checked(id, ReportView.ofSteps(report), confirmed, clock.instant());
  }

  private ForeignBadge mine(PersonId person, UUID id) {
    return store
        .find(id)
        .filter(b -> b.person().equals(person))
        .orElseThrow(() -> new Problem.NotFound("there is no badge " + id));
  }

  private void record(PersonId person, String action, UUID id, String detail) {
    audit.record("person:" + person, null, "foreign." + action, "foreign-badge:" + id, detail);
  }
}
