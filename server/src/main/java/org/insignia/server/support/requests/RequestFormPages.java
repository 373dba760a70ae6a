package org.insignia.server.support.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.LetterLimits;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.support.missing.Check;
import org.insignia.server.support.missing.Choice;
import org.insignia.server.support.missing.FoundWords;
import org.insignia.server.support.requests.Wish.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form by which anybody asks for support. It looks the same for every address. */
@Controller
class RequestFormPages {
  private static final String HERE = "/help/contact";
  private static final String ASKED = "support-asked";
  private static final int MOST_ORGANISATIONS = 200;

  private final Requests requests;
  private final Check check;
  private final FoundWords found;
  private final Organisations organisations;
  private final Accounts accounts;
  private final LetterLimits letters;

  RequestFormPages(
      Requests requests,
      Check check,
      FoundWords found,
      Organisations organisations,
      Accounts accounts,
      LetterLimits letters) {
    this.requests = requests;
    this.check = check;
    this.found = found;
    this.organisations = organisations;
    this.accounts = accounts;
    this.letters = letters;
  }

  /** The form as it was filled in. */
  record Typed(
      String org,
      String topic,
      String subject,
      String words,
      String what,
      String name,
      String address) {
    Wish wish() {
      return new Wish(Topic.of(topic), subject, words, what.length() > 200 ? "" : what);
    }
  }

  @GetMapping(HERE)
  ModelAndView form(
      @RequestParam(defaultValue = "") String org,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String topic,
      Shell shell) {
    var answer = answer(organisations.find(org).orElse(null), what, shell);
    var about = answer.map(Check.Answer::title).orElse("");
    var subject = about.isEmpty() ? "" : cut(shell.t("requests.ask.subject-missing", about));
    var typed =
        new Typed(
            org,
            about.isEmpty() ? Topic.of(topic).name() : Topic.MISSING_BADGE.name(),
            subject,
            "",
            what,
            "",
            "");
    return View.of("support/requests/form", page(typed, new Problems(), shell));
  }

  private static String cut(String text) {
    return text.length() > Wish.LONGEST_SUBJECT ? text.substring(0, Wish.LONGEST_SUBJECT) : text;
  }

  @PostMapping(HERE)
  ModelAndView ask(Typed typed, HttpServletRequest request, Shell shell) {
    var whole = whole(typed);
    var person = Door.person();
    var of = organisations.find(whole.org());
    var problems = new Problems();
    object(whole.wish().objections(), shell, problems);
    var guest = person.isEmpty() ? guest(whole, shell, problems) : Optional.<Requests.Guest>empty();
    if (!problems.none()) {
      return again(whole, problems, HttpStatus.UNPROCESSABLE_CONTENT, shell);
    }
    var wait =
        person
            .map(p -> requests.ask(Ids.next(), p, of.orElse(null), whole.wish()))
            .orElseGet(() -> letters.count(request.getRemoteAddr()));
    if (wait.isPresent()) {
      problems.add("words", WaitWords.say(wait.get(), shell));
      return again(whole, problems, HttpStatus.TOO_MANY_REQUESTS, shell);
    }
    if (guest.isPresent()) {
      requests.ask(guest.get(), of.orElse(null), whole.wish());
      request.getSession(true).setAttribute(ASKED, guest.get().address().value());
      return SeeOther.at(shell.link(HERE + "/sent"));
    }
    return SeeOther.at(shell.link("/help/requests?done=asked"));
  }

  /** Fields that a program left out come as nothing. */
  private static Typed whole(Typed t) {
    return new Typed(
        text(t.org()),
        text(t.topic()),
        text(t.subject()),
        text(t.words()),
        text(t.what()),
        text(t.name()),
        text(t.address()));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static Optional<Requests.Guest> guest(Typed typed, Shell shell, Problems problems) {
    var name = Person.parseName(typed.name());
    var address = EmailAddress.parse(typed.address());
    if (name.isEmpty()) {
      problems.add("name", shell.t("accounts.name.wrong"));
    }
    if (address.isEmpty()) {
      problems.add("address", shell.t("accounts.address.wrong"));
    }
    return name.flatMap(n -> address.map(a -> new Requests.Guest(n, a, shell.language())));
  }

  private static void object(Set<Objection> objections, Shell shell, Problems problems) {
    if (objections.contains(Objection.SUBJECT)) {
      problems.add("subject", shell.t("requests.ask.subject-wrong", Wish.LONGEST_SUBJECT));
    }
    if (objections.contains(Objection.WORDS)) {
      problems.add("words", shell.t("requests.ask.words-wrong", Wish.LONGEST_WORDS));
    }
  }

  private ModelAndView again(Typed typed, Problems problems, HttpStatus status, Shell shell) {
    return View.of("support/requests/form", page(typed, problems, shell), status);
  }

  @GetMapping(HERE + "/sent")
  ModelAndView sent(HttpServletRequest request) {
    var session = request.getSession(false);
    var address = session != null && session.getAttribute(ASKED) instanceof String kept ? kept : "";
    return View.of("support/requests/sent", new LinkPage(address));
  }

  private Optional<Check.Answer> answer(
      @Nullable Organisation organisation, String what, Shell shell) {
    var person = Door.person();
    return organisation == null || what.isEmpty() || person.isEmpty()
        ? Optional.empty()
        : check.ofEarner(person.get(), organisation, what, shell.language());
  }

  private RequestFormPage page(Typed typed, Problems problems, Shell shell) {
    var of = organisations.find(typed.org());
    var answer = answer(of.orElse(null), typed.what(), shell);
    var person = Door.person();
    return new RequestFormPage(
        organisations.named("", 0, MOST_ORGANISATIONS).stream()
            .map(o -> new Choice(o.slug(), o.name()))
            .toList(),
        of.map(Organisation::slug).orElse(""),
        typed.topic(),
        typed.subject(),
        typed.words(),
        answer.isPresent() ? typed.what() : "",
        answer.map(Check.Answer::title).orElse(""),
        answer
            .map(a -> a.found().stream().map(f -> found.title(shell.language(), f)).toList())
            .orElse(List.of()),
        person.isEmpty(),
        typed.name(),
        typed.address(),
        person.map(this::mailbox).orElse(""),
        problems);
  }

  private String mailbox(PersonId person) {
    return accounts.verifiedAddresses(person).stream()
        .findFirst()
        .map(EmailAddress::value)
        .orElse("");
  }
}
