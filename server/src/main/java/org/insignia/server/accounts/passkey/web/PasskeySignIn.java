package org.insignia.server.accounts.passkey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.passkey.Passkeys;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Coming in, and showing again that it is you, with a passkey. */
@Controller
class PasskeySignIn {
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final Attempts attempts;
  private final Proof proof;
  private final Door door;

  PasskeySignIn(
      Passkeys passkeys, Challenges challenges, Attempts attempts, Proof proof, Door door) {
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.attempts = attempts;
    this.proof = proof;
    this.door = door;
  }

  @PostMapping("/sign-in/passkey/options")
  @ResponseBody
  Map<String, Object> options(HttpServletRequest request) {
    return passkeys.request(challenges.fresh(request));
  }

  @PostMapping("/sign-in/passkey")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String response,
      HttpServletRequest request,
      HttpServletResponse answer,
      Shell shell) {
    return who(response, request)
        .map(person -> door.admitProven(person, request, answer, shell))
        .orElseGet(() -> SeeOther.at(shell.link("/sign-in?problem=passkey")));
  }

  @PostMapping("/prove/passkey")
  ModelAndView prove(
      @RequestParam(defaultValue = "") String response, HttpServletRequest request, Shell shell) {
    var here = Door.person();
    if (here.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    if (who(response, request).filter(here.get()::equals).isEmpty()) {
      return SeeOther.at(shell.link("/prove?problem=passkey"));
    }
    proof.given(request);
    return SeeOther.at(shell.link(proof.next(request.getSession(false))));
  }

  private Optional<PersonId> who(String response, HttpServletRequest request) {
    var network = SignIns.networkSubject(request.getRemoteAddr());
    attempts
        .count(network, SignIns.NETWORK)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "too many tries from this network");
        });
    var person = challenges.take(request).flatMap(c -> passkeys.check(response, c));
    person.ifPresent(p -> attempts.takeBack(network));
    return person;
  }
}
