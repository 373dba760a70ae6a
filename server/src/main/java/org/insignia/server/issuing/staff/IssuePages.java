package org.insignia.server.issuing.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.issuing.hand.Column;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.issuing.hand.WishReader;
import org.insignia.server.issuing.hand.WishReader.Reading;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Issuing one badge: the form, a look at what will happen to whom, and the doing. */
@Controller
class IssuePages {
  private static final Map<Column, String> FIELDS =
      new EnumMap<>(
          Map.of(
              Column.BADGE, "badge",
              Column.NAME, "name",
              Column.MAILBOX, "address",
              Column.EARNED, "earned",
              Column.EXPIRES, "expires",
              Column.LANGUAGE, "language",
              Column.EVIDENCE_URL, "evidence-url",
              Column.EVIDENCE_TEXT, "evidence-text",
              Column.RESULT, "result",
              Column.EARNER_NUMBER, "number"));

  private final StaffDoor door;
  private final Achievements achievements;
  private final Catalog catalog;
  private final Giving giving;
  private final Runs runs;
  private final Clock clock;

  IssuePages(
      StaffDoor door,
      Achievements achievements,
      Catalog catalog,
      Giving giving,
      Runs runs,
      Clock clock) {
    this.door = door;
    this.achievements = achievements;
    this.catalog = catalog;
    this.giving = giving;
    this.runs = runs;
    this.clock = clock;
  }

  static String path(String slug) {
    return "/console/" + slug + "/issue";
  }

  @GetMapping("/console/{slug}/issue")
  ModelAndView form(
      @PathVariable String slug, @RequestParam(defaultValue = "") String badge, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    return View.of(
        "issuing/issue",
        page(organisation, IssueForm.fresh(badge, shell.language().tag()), Map.of(), shell));
  }

  @PostMapping("/console/{slug}/issue")
  ModelAndView send(
      @PathVariable String slug,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") String action,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    var form = IssueForm.of(typed);
    if (action.equals("change")) {
      return View.of("issuing/issue", page(organisation, form, Map.of(), shell));
    }
    Map<String, String> wrong = new HashMap<>();
    Instant when = moment(form, wrong, shell);
    Wish wish = read(organisation, form, wrong, shell);
    if (wish == null || !wrong.isEmpty()) {
      return View.of(
          "issuing/issue",
          page(organisation, form, wrong, shell),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!action.equals("issue")) {
      var judged = giving.judge(organisation.id(), null, List.of(wish), new HashMap<>()).getFirst();
      return preview(organisation, form, wish, judged.duplicate(), judged.first(), when, shell);
    }
    return when != null
        ? later(organisation, form, wish, when, shell)
        : now(organisation, form, wish, shell);
  }

  private ModelAndView now(Organisation organisation, IssueForm form, Wish wish, Shell shell) {
    var issued = giving.one(StaffDoor.actor(shell), organisation.id(), wish);
    var credential = issued.credential();
    if (issued.had() != null || credential == null) {
      return preview(organisation, form, wish, issued.had(), credential, null, shell);
    }
    return SeeOther.at(
        shell.link(
            "/console/" + organisation.slug() + "/badges/" + credential.value() + "?done=issued"));
  }

  private ModelAndView later(
      Organisation organisation, IssueForm form, Wish wish, Instant when, Shell shell) {
    var by = StaffDoor.actor(shell);
    var put =
        new Runs.Later(form.key(), form.texts(), wish.person().language(), form.quiet(), when);
    var run = runs.putOff(organisation.id(), by, put);
    return SeeOther.at(shell.link(path(organisation.slug()) + "/bulk/" + run.id()));
  }

  private @Nullable Instant moment(IssueForm form, Map<String, String> wrong, Shell shell) {
    try {
      Instant when = IssueForm.moment(form.when());
      if (when != null && !runs.mayBegin(when)) {
        wrong.put("when", shell.t("issuing.when.wrong"));
      }
      return when;
    } catch (DateTimeParseException e) {
      wrong.put("when", shell.t("issuing.when.wrong"));
      return null;
    }
  }

  private @Nullable Wish read(
      Organisation organisation, IssueForm form, Map<String, String> wrong, Shell shell) {
    var defaults = new WishReader.Defaults(null, Language.EN, form.quiet());
    var reading =
        WishReader.of(achievements, catalog, organisation.id(), defaults, clock)
            .read(form.texts(), "form:" + form.key(), 0);
    return switch (reading) {
      case Reading.Sound sound -> sound.wish();
      case Reading.Unsound unsound -> {
        unsound
            .wrongs()
            .forEach(w ->
                wrong.put(FIELDS.getOrDefault(w.column(), "name"), Sentences.of(shell, w.why())));
        yield null;
      }
    };
  }

  private IssuePage page(
      Organisation organisation, IssueForm form, Map<String, String> wrong, Shell shell) {
    var choices =
        achievements.all(organisation.id()).stream()
            .filter(Achievement::isOffered)
            .map(a -> new IssuePage.Choice(a.slug(), a.words(shell.language()).name()))
            .sorted(Comparator.comparing(IssuePage.Choice::name))
            .toList();
    return new IssuePage(
        organisation.slug(), organisation.name(), choices, Language.all(), form, wrong);
  }

  private ModelAndView preview(
      Organisation organisation,
      IssueForm form,
      Wish wish,
      @Nullable Finding had,
      @Nullable CredentialId first,
      @Nullable Instant when,
      Shell shell) {
    Achievement achievement = achievements.get(wish.achievement());
    boolean policy = had != null && had.code().equals("issue.badge-had");
    var page =
        new PreviewPage(
            organisation.slug(),
            organisation.name(),
            achievement.words(shell.language()).name(),
            achievement.slug(),
            "/org/" + organisation.slug() + "/badge/" + achievement.slug() + "/image.svg",
            wish.person().name(),
            wish.person().mailbox().value(),
            wish.earnedAt(),
            wish.validUntil(),
            wish.person().language().ownName(),
            form,
            had == null ? "" : Sentences.of(shell, had),
            first == null ? "" : "/console/" + organisation.slug() + "/badges/" + first.value(),
            policy && door.may(shell, organisation, Role.ADMIN),
            when);
    return View.of("issuing/preview", page, had == null ? HttpStatus.OK : HttpStatus.CONFLICT);
  }

  /** Lets one mailbox have several of a badge, or no longer. */
  @PostMapping("/console/{slug}/issue/repeats")
  ModelAndView repeats(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String badge,
      @RequestParam(defaultValue = "yes") String allowed,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var achievement =
        achievements
            .bySlug(organisation.id(), badge)
            .orElseThrow(() -> new Problem.NotFound("badge " + badge));
    achievements.allowRepeats(StaffDoor.actor(shell), achievement, allowed.equals("yes"));
    return SeeOther.at(shell.link(path(slug) + "?badge=" + achievement.slug()));
  }
}
