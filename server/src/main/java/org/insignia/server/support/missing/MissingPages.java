package org.insignia.server.support.missing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * "Why is my badge missing?" for whoever misses one. It speaks of nobody but the person signed in;
 * everybody else gets the same explanation, whatever they ask.
 */
@Controller
class MissingPages {
  static final String HERE = "/help/missing-badge";
  private static final int MOST_ORGANISATIONS = 200;

  /** What may stand after {@code &done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of("sent", "support.missing.sent", "confirm", "support.missing.confirm-sent");

  private final FactGathering gathering;
  private final WalkViews views;
  private final OwnCheck own;
  private final Organisations organisations;
  private final Addresses addresses;

  MissingPages(
      FactGathering gathering,
      WalkViews views,
      OwnCheck own,
      Organisations organisations,
      Addresses addresses) {
    this.gathering = gathering;
    this.views = views;
    this.own = own;
    this.organisations = organisations;
    this.addresses = addresses;
  }

  @GetMapping(HERE)
  ModelAndView check(
      @RequestParam(defaultValue = "") String org,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String done,
      Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return View.of("support/missing/signed-out", new SignedOutPage());
    }
    var said = Optional.ofNullable(DONE.get(done)).map(shell::t).orElse("");
    return View.of("support/missing/missing", page(person.get(), org, what, said, "", shell));
  }

  /** Where "sign in and check" leads: there and back again. */
  @GetMapping(HERE + "/mine")
  ModelAndView mine(HttpServletRequest request, Shell shell) {
    return Door.person().isPresent() ? SeeOther.at(shell.link(HERE)) : Door.signInFirst(request);
  }

  /** The invitation to a badge that waits for this very person. */
  @PostMapping(HERE + "/resend")
  ModelAndView resend(
      @RequestParam UUID id,
      @RequestParam(defaultValue = "") String org,
      @RequestParam(defaultValue = "") String what,
      Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at(shell.link("/sign-in"));
    }
    if (!own.isInvited(own.offered(person.get(), id))) {
      return SeeOther.at(shell.link(path(org, what))); // decided since: the walk tells how
    }
    return own.resend(person.get(), id)
        .map(wait -> {
          var words = WaitWords.say(wait, shell);
          return View.of(
              "support/missing/missing",
              page(person.get(), org, what, "", words, shell),
              HttpStatus.TOO_MANY_REQUESTS);
        })
        .orElseGet(() -> SeeOther.at(shell.link(path(org, what) + "&done=sent")));
  }

  /** The letter that proves a mailbox of this person, once more. */
  @PostMapping(HERE + "/confirm")
  ModelAndView confirm(
      @RequestParam UUID id,
      @RequestParam(defaultValue = "") String org,
      @RequestParam(defaultValue = "") String what,
      Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at(shell.link("/sign-in"));
    }
    return addresses
        .askAgain(person.get(), id)
        .map(wait -> {
          var words = WaitWords.say(wait, shell);
          return View.of(
              "support/missing/missing",
              page(person.get(), org, what, "", words, shell),
              HttpStatus.TOO_MANY_REQUESTS);
        })
        .orElseGet(() -> SeeOther.at(shell.link(path(org, what) + "&done=confirm")));
  }

  private static String path(String org, String what) {
    return HERE + "?org=" + encoded(org) + "&what=" + encoded(what);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private MissingPage page(
      PersonId person, String org, String what, String done, String problem, Shell shell) {
    var all = organisations.named("", 0, MOST_ORGANISATIONS);
    var chosen =
        organisations
            .find(org)
            .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    var list = all.stream().map(o -> new Choice(o.slug(), o.name())).toList();
    if (chosen.isEmpty()) {
      return new MissingPage(
          list,
          "",
          "",
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null,
          "/help/contact",
          done,
          problem);
    }
    var organisation = chosen.get();
    var lists = own.menu(person, organisation, shell.language());
    var walk =
        gathering
            .wanted(organisation, what, shell.language())
            .map(wanted -> {
              var facts = gathering.ofEarner(person, wanted);
              var here = HERE + "?org=" + organisation.slug() + "&what=";
              return views.of(facts, new Actions(shell, facts, here, false), shell);
            });
    return new MissingPage(
        list,
        organisation.slug(),
        organisation.name(),
        walk.isPresent() ? what : "",
        lists.certifications(),
        lists.exams(),
        lists.others(),
        lists.taken(),
        walk.orElse(null),
        "/help/contact?org="
            + organisation.slug()
            + (walk.isPresent() ? "&what=" + encoded(what) : ""),
        done,
        problem);
  }
}
