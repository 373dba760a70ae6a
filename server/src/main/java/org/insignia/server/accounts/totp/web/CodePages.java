package org.insignia.server.accounts.totp.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step of signing in. */
@Controller
class CodePages {
  private final SecondFactor secondFactor;
  private final Proof proof;
  private final Door door;

  CodePages(SecondFactor secondFactor, Proof proof, Door door) {
    this.secondFactor = secondFactor;
    this.proof = proof;
    this.door = door;
  }

  @GetMapping("/sign-in/code")
  ModelAndView ask(HttpServletRequest request, Shell shell) {
    return proof.half(request).isEmpty()
        ? SeeOther.at(shell.link("/sign-in"))
        : Form.of("accounts/code", new CodePage(new Problems()), new Problems());
  }

  @PostMapping("/sign-in/code")
  ModelAndView check(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var person = proof.half(request);
    if (person.isEmpty()) {
      return SeeOther.at(shell.link("/sign-in"));
    }
    var problems = new Problems();
    return switch (secondFactor.check(person.get(), code)) {
      case SecondFactor.Right() -> door.admitProven(person.get(), request, response, shell);
      case SecondFactor.Wrong() -> {
        problems.add("code", shell.t("accounts.code.wrong"));
        yield Form.of("accounts/code", new CodePage(problems), problems);
      }
      case SecondFactor.Wait(var wait) -> {
        problems.add("code", WaitWords.say(wait, shell));
        response.setHeader("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
        yield View.of("accounts/code", new CodePage(problems), HttpStatus.TOO_MANY_REQUESTS);
      }
    };
  }
}
