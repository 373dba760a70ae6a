package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.accounts.Errand;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.accounts.oidc.ProviderSignIns;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out. */
@Controller
class SignInPages {
  /**
   * Stands in where what was typed is no mailbox: the same work is done and the same answer given.
   */
  private static final EmailAddress NOBODY = EmailAddress.of("nobody@insignia.invalid");

  private final SignIns signIns;
  private final ProviderSignIns providers;
  private final Door door;

  SignInPages(SignIns signIns, ProviderSignIns providers, Door door) {
    this.signIns = signIns;
    this.providers = providers;
    this.door = door;
  }

  @GetMapping("/sign-in")
  ModelAndView form(
      @RequestParam(defaultValue = "") String problem, HttpServletRequest request, Shell shell) {
    if (shell.signedIn()) {
      return SeeOther.at(shell.link("/home"));
    }
    var errand = Errand.of(request.getSession(false));
    var address = errand.map(Errand::address).orElse("");
    var problems = new Problems();
    if (problem.equals("passkey")) {
      problems.add("password", shell.t("accounts.passkey.failed"));
    } else if (problem.equals("provider")) {
      problems.add("password", shell.t("accounts.provider.failed"));
    }
    return Form.of(
        "accounts/sign-in",
        new SignInPage(address, errand.isPresent(), providers.buttons(), problems),
        problems);
  }

  @PostMapping("/sign-in")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var mailbox = EmailAddress.parse(address).orElse(NOBODY);
    var device = door.device(request).orElse(null);
    var outcome =
        signIns.attempt(new SignIns.Try(mailbox, password, device, request.getRemoteAddr()));
    return switch (outcome) {
      case SignIns.Wrong() ->
          again(
              address,
              request,
              shell.t("accounts.sign-in.wrong"),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case SignIns.Wait(var wait) -> {
        response.setHeader("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
        yield again(address, request, WaitWords.say(wait, shell), HttpStatus.TOO_MANY_REQUESTS);
      }
      case SignIns.Welcome welcome -> door.admit(welcome, request, response, shell);
    };
  }

  @PostMapping("/sign-out")
  ModelAndView signOut(HttpServletRequest request, Shell shell) {
    door.leave(request);
    return SeeOther.at(shell.link("/"));
  }

  private ModelAndView again(
      String address, HttpServletRequest request, String problem, HttpStatus status) {
    var problems = new Problems();
    problems.add("password", problem);
    var needed = Errand.of(request.getSession(false)).isPresent();
    return View.of(
        "accounts/sign-in", new SignInPage(address, needed, providers.buttons(), problems), status);
  }
}
