package org.insignia.server.accounts.passkey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.passkey.Passkeys;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Passkeys of somebody who is signed in. */
@Controller
class PasskeyPages {
  private static final String NEW = "/account/passkeys/new";
  private static final String BACK = "/account/security";

  private final Passkeys passkeys;
  private final Challenges challenges;
  private final Proof proof;

  PasskeyPages(Passkeys passkeys, Challenges challenges, Proof proof) {
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.proof = proof;
  }

  @GetMapping(NEW)
  ModelAndView make(HttpServletRequest request, Shell shell) {
    if (Door.person().isEmpty()) {
      return Door.signInFirst(request);
    }
    return proof
        .missing(request, NEW)
        .orElseGet(() -> page(shell.t("accounts.passkey.name-proposed"), new Problems()));
  }

  private static ModelAndView page(String name, Problems problems) {
    return Form.of("accounts/new-passkey", new NewPasskeyPage(name, problems), problems);
  }

  @PostMapping("/account/passkeys/options")
  @ResponseBody
  Map<String, Object> options(HttpServletRequest request) {
    return passkeys.creation(proven(request), challenges.fresh(request));
  }

  private PersonId proven(HttpServletRequest request) {
    if (!proof.isFresh(request)) {
      throw new Problem.Forbidden("show again that it is you first");
    }
    return Door.person().orElseThrow(() -> new Problem.Unauthenticated("sign in first"));
  }

  @PostMapping("/account/passkeys")
  ModelAndView add(
      @RequestParam(defaultValue = "") String response,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var missing = proof.missing(request, NEW);
    if (missing.isPresent()) {
      return missing.get();
    }
    boolean added =
        challenges
            .take(request)
            .filter(challenge -> passkeys.add(person.get(), response, challenge, name))
            .isPresent();
    if (!added) {
      var problems = new Problems();
      problems.add("name", shell.t("accounts.passkey.not-added"));
      return page(name, problems);
    }
    return SeeOther.at(shell.link(BACK + "?done=passkey"));
  }

  @PostMapping("/account/passkeys/name")
  ModelAndView rename(
      @RequestParam UUID id, @RequestParam(defaultValue = "") String name, Shell shell) {
    Door.person().ifPresent(p -> passkeys.rename(p, id, name));
    return SeeOther.at(shell.link(BACK + "?done=passkey-named"));
  }

  @PostMapping("/account/passkeys/remove")
  ModelAndView remove(@RequestParam UUID id, HttpServletRequest request, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    return proof
        .missing(request, BACK)
        .orElseGet(() -> {
          passkeys.remove(person.get(), id);
          return SeeOther.at(shell.link(BACK + "?done=passkey-removed"));
        });
  }
}
