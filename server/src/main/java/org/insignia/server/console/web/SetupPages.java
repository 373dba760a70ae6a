package org.insignia.server.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.password.Passwords;
import org.insignia.server.console.FirstStart;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Making the first account of a fresh server. */
@Controller
class SetupPages {
  private final FirstStart firstStart;
  private final Passwords passwords;
  private final SignIns signIns;
  private final Door door;

  SetupPages(FirstStart firstStart, Passwords passwords, SignIns signIns, Door door) {
    this.firstStart = firstStart;
    this.passwords = passwords;
    this.signIns = signIns;
    this.door = door;
  }

  @GetMapping("/setup/{secret}")
  ModelAndView form(@PathVariable String secret, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    requireOpen(secret);
    return View.of("console/setup", new SetupPage("/setup/" + secret, "", "", ""));
  }

  @PostMapping("/setup/{secret}")
  ModelAndView make(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    requireOpen(secret);
    var person = Person.parseName(name);
    var mailbox = EmailAddress.parse(address);
    var problem = problem(person, mailbox, password, shell);
    if (person.isEmpty() || mailbox.isEmpty() || problem.isPresent()) {
      var page = new SetupPage("/setup/" + secret, name, address, problem.orElse(""));
      return View.of("console/setup", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var operator =
        firstStart.accept(secret, person.get(), mailbox.get(), password, shell.language());
    Errand.to("/console").keepIn(request.getSession(true));
    return door.admit(signIns.welcome(operator), request, response, shell);
  }

  private Optional<String> problem(
      Optional<String> person, Optional<EmailAddress> mailbox, String password, Shell shell) {
    if (person.isEmpty()) {
      return Optional.of(shell.t("console.setup.name-wrong"));
    }
    if (mailbox.isEmpty()) {
      return Optional.of(shell.t("console.setup.address-wrong"));
    }
    return passwords
        .weakness(password, List.of(person.get(), mailbox.get().value()))
        .map(weakness -> shell.t("console.setup.password-wrong", Passwords.MIN));
  }

  private void requireOpen(String secret) {
    if (!firstStart.isOpen(secret)) {
      throw new Problem.NotFound("this invitation is spent");
    }
  }
}
