package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PasswordChanges;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.PasswordWords;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.oidc.ProviderLinks;
import org.insignia.server.accounts.oidc.ProviderSignIns;
import org.insignia.server.accounts.passkey.Passkeys;
import org.insignia.server.accounts.session.Sessions;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ways into an account, and the browsers it is open in. */
@Controller
class SecurityPages {
  private static final String HERE = "/account/security";

  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of(
          "password", "accounts.account.password-changed",
          "ended", "accounts.session.ended",
          "passkey", "accounts.passkey.added",
          "passkey-named", "accounts.passkey.named",
          "passkey-removed", "accounts.passkey.removed",
          "codes-off", "accounts.codes.turned-off",
          "linked", "accounts.provider.linked-now",
          "linked-elsewhere", "accounts.provider.linked-elsewhere",
          "unlinked", "accounts.provider.removed");

  private final Accounts accounts;
  private final PasswordChanges passwords;
  private final Passkeys passkeys;
  private final SecondFactor secondFactor;
  private final ProviderLinks links;
  private final ProviderSignIns providers;
  private final Sessions sessions;
  private final PasswordWords passwordWords;
  private final Proof proof;
  private final Door door;

  SecurityPages(
      Accounts accounts,
      PasswordChanges passwords,
      Passkeys passkeys,
      SecondFactor secondFactor,
      ProviderLinks links,
      ProviderSignIns providers,
      Sessions sessions,
      PasswordWords passwordWords,
      Proof proof,
      Door door) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.secondFactor = secondFactor;
    this.links = links;
    this.providers = providers;
    this.sessions = sessions;
    this.passwordWords = passwordWords;
    this.proof = proof;
    this.door = door;
  }

  @GetMapping(HERE)
  ModelAndView security(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return Door.person()
        .map(p -> page(p, DONE.getOrDefault(done, ""), new Problems(), request))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView page(
      PersonId person, String saved, Problems problems, HttpServletRequest request) {
    var page =
        new SecurityPage(
            accounts.verifiedAddresses(person).getFirst().value(),
            passwords.hasPassword(person),
            passkeys.of(person),
            secondFactor.onSince(person).orElse(null),
            secondFactor.recoveryCodesLeft(person),
            links.of(person),
            providers.buttons(),
            sessions.of(person, request.getSession(true).getId()),
            saved,
            problems);
    return Form.of("accounts/security", page, problems);
  }

  /** Who has a password shows it; who has none shows in another way that it is they. */
  @PostMapping("/account/password")
  ModelAndView password(
      @RequestParam(defaultValue = "") String present,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var id = Door.person();
    if (id.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var person = accounts.person(id.get());
    boolean has = passwords.hasPassword(person.id());
    if (!has && proof.missing(request, HERE).isPresent()) {
      return SeeOther.at("/prove");
    }
    var problems = new Problems();
    passwordWords.judge(password, accounts.guessable(person), shell, problems);
    if (problems.none() && has && !passwords.isRight(person.id(), present)) {
      problems.add("present", shell.t("accounts.password.present-wrong"));
    }
    if (!problems.none()) {
      return page(person.id(), "", problems, request);
    }
    passwords.set(person.id(), password, request.getSession(true).getId());
    door.renameSession(request, response);
    return SeeOther.at(shell.link(HERE + "?done=password"));
  }

  @PostMapping("/account/sessions/end")
  ModelAndView end(@RequestParam(defaultValue = "") String session, Shell shell) {
    Door.person().ifPresent(p -> sessions.end(p, session));
    return SeeOther.at(shell.link(HERE + "?done=ended"));
  }

  @PostMapping("/account/sign-out-everywhere")
  ModelAndView signOutEverywhere(HttpServletRequest request, Shell shell) {
    Door.person().ifPresent(passwords::signOutEverywhere);
    door.leave(request);
    return SeeOther.at(shell.link("/sign-in"));
  }
}
