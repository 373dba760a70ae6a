package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.PasswordResets;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.LetterLimits;
import org.insignia.server.accounts.door.PasswordWords;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A forgotten password. */
@Controller
class ResetPages {
  private static final String ASKED = "reset-address";

  private final PasswordResets resets;
  private final Accounts accounts;
  private final SignIns signIns;
  private final LetterLimits letters;
  private final PasswordWords passwordWords;
  private final Door door;

  ResetPages(
      PasswordResets resets,
      Accounts accounts,
      SignIns signIns,
      LetterLimits letters,
      PasswordWords passwordWords,
      Door door) {
    this.resets = resets;
    this.accounts = accounts;
    this.signIns = signIns;
    this.letters = letters;
    this.passwordWords = passwordWords;
    this.door = door;
  }

  @GetMapping("/reset")
  ModelAndView form(HttpServletRequest request) {
    var address = Errand.of(request.getSession(false)).map(Errand::address).orElse("");
    return View.of("accounts/reset", new ResetPage(address, new Problems()));
  }

  @PostMapping("/reset")
  ModelAndView ask(
      @RequestParam(defaultValue = "") String address, HttpServletRequest request, Shell shell) {
    var mailbox = EmailAddress.parse(address);
    if (mailbox.isEmpty()) {
      var problems = new Problems();
      problems.add("address", shell.t("accounts.address.wrong"));
      return View.of(
          "accounts/reset", new ResetPage(address, problems), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var wait = letters.count(request.getRemoteAddr());
    if (wait.isPresent()) {
      var problems = new Problems();
      problems.add("address", WaitWords.say(wait.get(), shell));
      return View.of(
          "accounts/reset", new ResetPage(address, problems), HttpStatus.TOO_MANY_REQUESTS);
    }
    resets.ask(mailbox.get(), shell.language());
    request.getSession(true).setAttribute(ASKED, mailbox.get().value());
    return SeeOther.at(shell.link("/reset/sent"));
  }

  @GetMapping("/reset/sent")
  ModelAndView sent(HttpServletRequest request, Shell shell) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ASKED) instanceof String address)) {
      return SeeOther.at(shell.link("/reset"));
    }
    return View.of("accounts/sent", new SentPage(address, "accounts.sent.reset", "/reset"));
  }

  @GetMapping("/reset/{token:[A-Za-z0-9_-]{20,}}")
  ModelAndView choose(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    return SecretToken.parse(token)
        .flatMap(resets::find)
        .map(p ->
            View.of(
                "accounts/new-password",
                new NewPasswordPage(p.name(), "/reset/" + token, new Problems())))
        .orElseGet(ResetPages::gone);
  }

  @PostMapping("/reset/{token:[A-Za-z0-9_-]{20,}}")
  ModelAndView change(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var secret = SecretToken.parse(token);
    var person = secret.flatMap(resets::find);
    if (secret.isEmpty() || person.isEmpty()) {
      return gone();
    }
    var problems = new Problems();
    passwordWords.judge(password, accounts.guessable(person.get()), shell, problems);
    if (!problems.none()) {
      var page = new NewPasswordPage(person.get().name(), "/reset/" + token, problems);
      return View.of("accounts/new-password", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var changed = resets.change(secret.get(), password);
    if (changed.isEmpty()) {
      return gone();
    }
    return door.admit(signIns.welcome(changed.get().id()), request, response, shell);
  }

  private static ModelAndView gone() {
    return View.of(
        "accounts/gone", new GonePage("accounts.gone.reset", "/reset"), HttpStatus.NOT_FOUND);
  }
}
