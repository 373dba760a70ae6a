package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PasswordChanges;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.accounts.oidc.ProviderLinks;
import org.insignia.server.accounts.oidc.ProviderSignIns;
import org.insignia.server.accounts.passkey.Passkeys;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Is it still you?" before what cannot be taken back. */
@Controller
class ProofPages {
  private final Accounts accounts;
  private final PasswordChanges passwords;
  private final Passkeys passkeys;
  private final SecondFactor secondFactor;
  private final ProviderLinks links;
  private final ProviderSignIns providers;
  private final Proof proof;

  ProofPages(
      Accounts accounts,
      PasswordChanges passwords,
      Passkeys passkeys,
      SecondFactor secondFactor,
      ProviderLinks links,
      ProviderSignIns providers,
      Proof proof) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.secondFactor = secondFactor;
    this.links = links;
    this.providers = providers;
    this.proof = proof;
  }

  @GetMapping("/prove")
  ModelAndView ask(
      @RequestParam(defaultValue = "") String problem, HttpServletRequest request, Shell shell) {
    var problems = new Problems();
    if (problem.equals("passkey")) {
      problems.add("passkey", shell.t("accounts.passkey.failed"));
    } else if (problem.equals("provider")) {
      problems.add("passkey", shell.t("accounts.provider.failed"));
    }
    return Door.person().map(p -> page(p, problems)).orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView page(PersonId person, Problems problems) {
    var page =
        new ProofPage(
            accounts.verifiedAddresses(person).getFirst().value(),
            passwords.hasPassword(person),
            secondFactor.isOn(person),
            !passkeys.of(person).isEmpty(),
            linked(person),
            problems);
    return Form.of("accounts/prove", page, problems);
  }

  private List<ProviderSignIns.Button> linked(PersonId person) {
    var names = links.of(person).stream().map(ProviderLinks.Link::provider).toList();
    return providers.buttons().stream().filter(b -> names.contains(b.name())).toList();
  }

  @PostMapping("/prove")
  ModelAndView prove(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var problems = new Problems();
    if (!passwords.isRight(person.get(), password)) {
      problems.add("password", shell.t("accounts.password.present-wrong"));
    } else if (secondFactor.isOn(person.get())) {
      switch (secondFactor.check(person.get(), code)) {
        case SecondFactor.Right() -> {}
        case SecondFactor.Wrong() -> problems.add("code", shell.t("accounts.code.wrong"));
        case SecondFactor.Wait(var wait) -> problems.add("code", WaitWords.say(wait, shell));
      }
    }
    if (!problems.none()) {
      return page(person.get(), problems);
    }
    proof.given(request);
    return SeeOther.at(shell.link(proof.next(request.getSession(false))));
  }
}
