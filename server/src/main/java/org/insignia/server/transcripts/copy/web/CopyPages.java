package org.insignia.server.transcripts.copy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.postal.PostalAddresses;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.Delivery;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.transcripts.copy.Copies;
import org.insignia.server.transcripts.record.Transcripts;
import org.insignia.server.transcripts.share.Window;
import org.insignia.server.transcripts.share.web.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an earner has a copy of their transcript sent to somebody. */
@Controller
class CopyPages {
  private static final String HERE = "/home/transcript/mail";
  private static final int LONGEST = 320;

  private final Copies copies;
  private final Transcripts transcripts;
  private final PostalAddresses addresses;
  private final Accounts accounts;

  CopyPages(Copies copies, Transcripts transcripts, PostalAddresses addresses, Accounts accounts) {
    this.copies = copies;
    this.transcripts = transcripts;
    this.addresses = addresses;
    this.accounts = accounts;
  }

  /** What was typed. */
  private record Typed(
      String to, Language language, boolean withAddress, boolean chosen, Set<String> items) {}

  @GetMapping(HERE)
  ModelAndView form(
      @RequestParam(defaultValue = "") String done, HttpServletRequest request, Shell shell) {
    return Door.person()
        .map(person -> {
          var nothing = new Typed("", accounts.person(person).language(), false, false, Set.of());
          return page(person, nothing, done.equals("sent"), new Problems(), shell);
        })
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView page(
      PersonId person, Typed typed, boolean done, Problems problems, Shell shell) {
    var sent = copies.of(person);
    var states = copies.states(sent);
    var lines =
        sent.stream()
            .map(copy ->
                new CopyPage.Line(copy, states.getOrDefault(copy.id(), Delivery.State.WAITING)))
            .toList();
    var page =
        new CopyPage(
            typed.to(),
            typed.language(),
            typed.withAddress(),
            typed.chosen(),
            choices(person, typed, shell),
            addresses.find(person).isPresent(),
            lines,
            done,
            problems);
    return Form.of("copies/copies", page, problems);
  }

  private List<Choice> choices(PersonId person, Typed typed, Shell shell) {
    return Choice.of(
        transcripts.of(person, shell.language()),
        typed.chosen() ? item -> typed.items().contains(item.key()) : Window::isInForce);
  }

  @PostMapping(HERE)
  ModelAndView send(@RequestParam MultiValueMap<String, String> sent, Shell shell) {
    var person = Door.person().orElseThrow(() -> new Problem.Forbidden("sign in first"));
    var typed = typed(sent, shell);
    var to = EmailAddress.parse(typed.to());
    var items =
        choices(person, typed, shell).stream()
            .map(Choice::key)
            .filter(typed.items()::contains)
            .toList();
    var problems = new Problems();
    if (to.isEmpty()) {
      problems.add("to", shell.t("copies.to.wrong"));
    }
    if (typed.chosen() && items.isEmpty()) {
      problems.add("item", shell.t("shares.problem.items"));
    }
    if (problems.none()) {
      var wish =
          new Copies.Wish(
              to.orElseThrow(),
              typed.language(),
              typed.withAddress(),
              typed.chosen() ? items : null);
      copies.send(person, wish).ifPresent(r -> problems.add("to", words(r.why(), shell)));
    }
    return problems.none()
        ? SeeOther.at(shell.link(HERE + "?done=sent"))
        : page(person, typed, false, problems, shell);
  }

  private static String words(Copies.Objection objection, Shell shell) {
    return switch (objection) {
      case MANY -> shell.t("copies.many", Copies.MOST);
      case MANY_THERE -> shell.t("copies.many-there");
    };
  }

  private static Typed typed(MultiValueMap<String, String> sent, Shell shell) {
    var to = first(sent, "to");
    return new Typed(
        to.length() > LONGEST ? to.substring(0, LONGEST) : to,
        Language.find(first(sent, "language")).orElse(shell.language()),
        first(sent, "address").equals("yes"),
        first(sent, "what").equals("chosen"),
        Set.copyOf(sent.getOrDefault("item", List.of())));
  }

  private static String first(MultiValueMap<String, String> sent, String field) {
    return Optional.ofNullable(sent.getFirst(field)).orElse("");
  }
}
