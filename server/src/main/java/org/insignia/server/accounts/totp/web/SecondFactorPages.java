package org.insignia.server.accounts.totp.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.qr.QrCode;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Turning the second factor on and off, and new recovery codes. */
@Controller
class SecondFactorPages {
  private static final String HERE = "/account/second-factor";
  private static final String BACK = "/account/security";

  private final SecondFactor secondFactor;
  private final Proof proof;

  SecondFactorPages(SecondFactor secondFactor, Proof proof) {
    this.secondFactor = secondFactor;
    this.proof = proof;
  }

  @GetMapping(HERE)
  ModelAndView enrol(HttpServletRequest request) {
    return proven(request, HERE, person -> enrolment(person, new Problems()));
  }

  private ModelAndView proven(
      HttpServletRequest request, String next, Function<PersonId, ModelAndView> then) {
    var person = Door.person();
    return person.isEmpty()
        ? Door.signInFirst(request)
        : proof.missing(request, next).orElseGet(() -> then.apply(person.get()));
  }

  private ModelAndView enrolment(PersonId person, Problems problems) {
    if (secondFactor.isOn(person)) {
      return SeeOther.at(BACK);
    }
    var enrolment = secondFactor.begin(person);
    var groups = String.join(" ", enrolment.secret().split("(?<=\\G.{4})"));
    return Form.of(
        "accounts/second-factor", new EnrolmentPage(groups, enrolment.uri(), problems), problems);
  }

  /**
   * A file of its own, never kept: in the page it would outlive the page in a cache of pictures.
   */
  @GetMapping(HERE + "/qr.svg")
  void qr(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var person = Optional.of(request).filter(proof::isFresh).flatMap(r -> Door.person());
    if (person.isEmpty() || secondFactor.isOn(person.get())) {
      throw new Problem.NotFound("no second factor is being set up");
    }
    var svg = QrCode.of(secondFactor.begin(person.get()).uri()).svg();
    response.setContentType("image/svg+xml");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(svg.getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping(HERE)
  ModelAndView confirm(
      @RequestParam(defaultValue = "") String code, HttpServletRequest request, Shell shell) {
    return proven(
        request,
        HERE,
        person -> {
          if (secondFactor.isOn(person)) {
            return SeeOther.at(shell.link(BACK));
          }
          var codes = secondFactor.confirm(person, code);
          if (codes.isEmpty()) {
            var problems = new Problems();
            problems.add("code", shell.t("accounts.code.wrong"));
            return enrolment(person, problems);
          }
          return View.of("accounts/recovery-codes", new RecoveryCodesPage(codes));
        });
  }

  @PostMapping(HERE + "/recovery-codes")
  ModelAndView renew(HttpServletRequest request) {
    return proven(
        request,
        BACK,
        person ->
            View.of(
                "accounts/recovery-codes", new RecoveryCodesPage(secondFactor.renewCodes(person))));
  }

  @PostMapping(HERE + "/off")
  ModelAndView off(HttpServletRequest request, Shell shell) {
    return proven(
        request,
        BACK,
        person -> {
          secondFactor.turnOff(person);
          return SeeOther.at(shell.link(BACK + "?done=codes-off"));
        });
  }
}
