package org.insignia.server.claims.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.AutoAccept;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accepting everything: what waits now, and what comes from now on. */
@Controller
class AutoAcceptPages {
  private static final Map<String, String> DONE =
      Map.of("on", "claims.auto.turned-on", "off", "claims.auto.turned-off");

  private final AutoAccept autoAccept;

  AutoAcceptPages(AutoAccept autoAccept) {
    this.autoAccept = autoAccept;
  }

  @GetMapping("/home/auto-accept")
  ModelAndView look(
      @RequestParam(defaultValue = "") String done, HttpServletRequest request, Shell shell) {
    return Earner.in(shell)
        .map(person -> page(person, DONE.getOrDefault(done, "")))
        .orElseGet(() -> Earner.signInFirst("/home/auto-accept", request, shell));
  }

  private ModelAndView page(PersonId person, String done) {
    var wish = autoAccept.of(person);
    return View.of(
        "claims/auto-accept",
        new AutoAcceptPage(
            wish.isPresent(),
            wish.filter(v -> v == Visibility.PRIVATE).isEmpty(),
            autoAccept.waiting(person).size(),
            done));
  }

  @PostMapping("/home/auto-accept")
  ModelAndView turn(
      @RequestParam(defaultValue = "") String turn,
      @RequestParam(defaultValue = "") String visibility,
      Shell shell) {
    var me = me(shell);
    if (turn.equals("off")) {
      autoAccept.turnOff(me);
      return SeeOther.at(shell.link("/home/auto-accept?done=off"));
    }
    autoAccept.turnOn(me, Visibility.of(visibility));
    return SeeOther.at(shell.link("/home/auto-accept?done=on"));
  }

  @PostMapping("/home/accept-all")
  ModelAndView acceptAll(@RequestParam(defaultValue = "") String visibility, Shell shell) {
    autoAccept.acceptWaiting(me(shell), Visibility.of(visibility));
    return SeeOther.at(shell.link("/home"));
  }

  private static PersonId me(Shell shell) {
    return Earner.in(shell).orElseThrow(() -> new Problem.Forbidden("sign in first"));
  }
}
