package org.insignia.server.claims.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.LetterLimits;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.claims.web.SpentPage;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * "Where is my badge?": a link to one's mailbox, and the page behind it. Neither page tells whether
 * an address is known; looking at the second one has no effect.
 */
@Controller
class EntryPages {
  private final EntryLinks links;
  private final LetterLimits letters;
  private final SignIns signIns;
  private final Door door;

  EntryPages(EntryLinks links, LetterLimits letters, SignIns signIns, Door door) {
    this.links = links;
    this.letters = letters;
    this.signIns = signIns;
    this.door = door;
  }

  @GetMapping("/find-badges")
  ModelAndView form(HttpServletRequest request) {
    var sent = Mailed.noted(request);
    return View.of("claims/entry/find", new FindPage("", sent, new Problems()));
  }

  @PostMapping("/find-badges")
  ModelAndView ask(
      @RequestParam(defaultValue = "") String address, HttpServletRequest request, Shell shell) {
    var mailbox = EmailAddress.parse(address);
    if (mailbox.isEmpty()) {
      var problems = new Problems();
      problems.add("address", shell.t("claims.offers.to-wrong"));
      return Form.of("claims/entry/find", new FindPage(address, "", problems), problems);
    }
    var wait = letters.count(request.getRemoteAddr());
    if (wait.isPresent()) {
      var problems = new Problems();
      problems.add("address", WaitWords.say(wait.get(), shell));
      return View.of(
          "claims/entry/find", new FindPage(address, "", problems), HttpStatus.TOO_MANY_REQUESTS);
    }
    links.ask(mailbox.get(), shell.language());
    return Mailed.note(mailbox.get(), request, shell);
  }

  @GetMapping("/enter/{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    return SecretToken.parse(token)
        .flatMap(links::find)
        .map(behind -> page(behind, behind.name(), token, new Problems()))
        .orElseGet(EntryPages::gone);
  }

  @PostMapping("/enter/{token}")
  ModelAndView enter(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var secret = SecretToken.parse(token);
    var behind = secret.flatMap(links::find);
    if (secret.isEmpty() || behind.isEmpty()) {
      return gone();
    }
    var called = Person.parseName(name);
    if (!behind.get().known() && called.isEmpty()) {
      var problems = new Problems();
      problems.add("name", shell.t("accounts.name.wrong"));
      return page(behind.get(), name, token, problems);
    }
    var entered = links.enter(secret.get(), called.orElse(""));
    if (entered.isEmpty()) {
      return gone();
    }
    entered
        .get()
        .accepted()
        .ifPresent(
            id -> Errand.to("/home?accepted=" + id.value()).keepIn(request.getSession(true)));
    return door.admit(signIns.welcome(entered.get().person()), request, response, shell);
  }

  private static ModelAndView page(
      EntryLinks.Behind behind, String name, String token, Problems problems) {
    var page =
        new EnterPage(behind.address().value(), behind.known(), name, "/enter/" + token, problems);
    return Form.of("claims/entry/enter", page, problems);
  }

  private static ModelAndView gone() {
    return View.of("claims/entry/gone", new SpentPage("claims.entry.gone"), HttpStatus.NOT_FOUND);
  }
}
