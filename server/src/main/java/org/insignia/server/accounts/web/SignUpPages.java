package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.SignUps;
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

/** Signing up and confirming the mailbox. */
@Controller
class SignUpPages {
  /** Session: the id of the wish this browser made, and the address it named. */
  private static final String WISH = "sign-up";

  private static final String WISH_ADDRESS = "sign-up-address";

  private final SignUps signUps;
  private final SignIns signIns;
  private final LetterLimits letters;
  private final PasswordWords passwordWords;
  private final Door door;

  SignUpPages(
      SignUps signUps,
      SignIns signIns,
      LetterLimits letters,
      PasswordWords passwordWords,
      Door door) {
    this.signUps = signUps;
    this.signIns = signIns;
    this.letters = letters;
    this.passwordWords = passwordWords;
    this.door = door;
  }

  @GetMapping("/sign-up")
  ModelAndView form(HttpServletRequest request, Shell shell) {
    if (shell.signedIn()) {
      return SeeOther.at(shell.link("/home"));
    }
    var errand = Errand.of(request.getSession(false));
    var address = errand.map(Errand::address).orElse("");
    var name = errand.map(Errand::name).orElse("");
    return View.of(
        "accounts/sign-up", new SignUpPage(address, !address.isEmpty(), name, new Problems()));
  }

  @PostMapping("/sign-up")
  ModelAndView signUp(
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      Shell shell) {
    var errand = Errand.of(request.getSession(false));
    var fixed = errand.map(Errand::address);
    var mailbox = EmailAddress.parse(fixed.orElse(address));
    var kept = Person.parseName(name);
    var problems = new Problems();
    if (mailbox.isEmpty()) {
      problems.add("address", shell.t("accounts.address.wrong"));
    }
    if (kept.isEmpty()) {
      problems.add("name", shell.t("accounts.name.wrong"));
    }
    passwordWords.judge(password, List.of(name, localPart(fixed.orElse(address))), shell, problems);
    if (mailbox.isEmpty() || kept.isEmpty() || !problems.none()) {
      var page = new SignUpPage(fixed.orElse(address), fixed.isPresent(), name, problems);
      return View.of("accounts/sign-up", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var wait = letters.count(request.getRemoteAddr());
    if (wait.isPresent()) {
      problems.add("address", WaitWords.say(wait.get(), shell));
      var page = new SignUpPage(fixed.orElse(address), fixed.isPresent(), name, problems);
      return View.of("accounts/sign-up", page, HttpStatus.TOO_MANY_REQUESTS);
    }
    var intent = errand.map(Errand::intent).orElse(null);
    var id =
        signUps.begin(
            new SignUps.Wish(mailbox.get(), kept.get(), password, shell.language(), intent));
    var session = request.getSession(true);
    session.setAttribute(WISH, id);
    session.setAttribute(WISH_ADDRESS, mailbox.get().value());
    return SeeOther.at(shell.link("/sign-up/sent"));
  }

  @GetMapping("/sign-up/sent")
  ModelAndView sent(HttpServletRequest request, Shell shell) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(WISH_ADDRESS) instanceof String address)) {
      return SeeOther.at(shell.link("/sign-up"));
    }
    return View.of("accounts/sent", new SentPage(address, "accounts.sent.sign-up", "/sign-up"));
  }

  @GetMapping("/confirm/{token}")
  ModelAndView confirmation(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var waiting = SecretToken.parse(token).flatMap(signUps::find);
    return waiting
        .map(w -> confirm(w, token, request, new Problems()))
        .orElseGet(SignUpPages::gone);
  }

  @PostMapping("/confirm/{token}")
  ModelAndView confirm(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var secret = SecretToken.parse(token);
    var waiting = secret.flatMap(signUps::find);
    if (secret.isEmpty() || waiting.isEmpty()) {
      return gone();
    }
    var asked = wish(request).filter(waiting.get().id()::equals);
    var outcome =
        asked.isPresent()
            ? signUps.confirm(secret.get(), asked.get())
            : signUps.confirm(secret.get(), password);
    var problems = new Problems();
    return switch (outcome) {
      case SignUps.Gone() -> gone();
      case SignUps.Wait(var wait) -> {
        problems.add("password", WaitWords.say(wait, shell));
        yield confirm(waiting.get(), token, request, problems);
      }
      case SignUps.WrongPassword() -> {
        problems.add("password", shell.t("accounts.confirm.wrong-password"));
        yield confirm(waiting.get(), token, request, problems);
      }
      case SignUps.Confirmed(var person) -> {
        request.getSession(true).removeAttribute(WISH);
        request.getSession(true).removeAttribute(WISH_ADDRESS);
        yield door.admit(signIns.welcome(person.id()), request, response, shell);
      }
    };
  }

  private static ModelAndView confirm(
      SignUps.Waiting waiting, String token, HttpServletRequest request, Problems problems) {
    boolean elsewhere = wish(request).filter(waiting.id()::equals).isEmpty();
    var page = new ConfirmPage(waiting.address().value(), "/confirm/" + token, elsewhere, problems);
    return View.of(
        "accounts/confirm",
        page,
        problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView gone() {
    return View.of(
        "accounts/gone", new GonePage("accounts.gone.confirm", "/sign-in"), HttpStatus.NOT_FOUND);
  }

  private static Optional<UUID> wish(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(WISH) instanceof UUID id
        ? Optional.of(id)
        : Optional.empty();
  }

  private static String localPart(String address) {
    return address.contains("@") ? address.substring(0, address.indexOf('@')) : address;
  }
}
