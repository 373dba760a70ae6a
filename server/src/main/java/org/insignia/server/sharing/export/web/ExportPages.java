package org.insignia.server.sharing.export.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.export.Export;
import org.insignia.server.sharing.web.Caching;
import org.insignia.server.sharing.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everything of one's own as a ZIP, made while it is downloaded. */
@Controller
class ExportPages {
  private static final Attempts.Rule PACE =
      Attempts.Rule.easing(5, Duration.ofMinutes(2), Duration.ofHours(6), Duration.ofHours(12));

  private static final String HERE = "/account/export";

  private final Export export;
  private final Attempts attempts;
  private final Proof proof;
  private final Clock clock;

  ExportPages(Export export, Attempts attempts, Proof proof, Clock clock) {
    this.export = export;
    this.attempts = attempts;
    this.proof = proof;
    this.clock = clock;
  }

  @GetMapping(HERE)
  ModelAndView page(HttpServletRequest request, Shell shell) {
    return shell.signedIn()
        ? View.of("export/export", new ExportPage(""))
        : Visitor.signInFirst(HERE, request, shell);
  }

  /** A form, so that no link can make somebody's browser do it. */
  @PostMapping(HERE)
  @Nullable ModelAndView take(HttpServletRequest request, Shell shell, HttpServletResponse response)
      throws IOException {
    var person = Visitor.me(shell);
    var missing = proof.missing(request, HERE);
    if (missing.isPresent()) {
      return missing.get();
    }
    var wait = attempts.count(Attempts.subject("export", person.toString()), PACE);
    if (wait.isPresent()) {
      var at = shell.time(clock.instant().plus(wait.get()));
      return View.of("export/export", new ExportPage(at), HttpStatus.TOO_MANY_REQUESTS);
    }
    stream(person, shell, response);
    return null; // the answer is written
  }

  private void stream(PersonId person, Shell shell, HttpServletResponse response)
      throws IOException {
    Caching.forNobody(response);
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"insignia-"
            + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            + ".zip\"");
    export.write(person, shell.language(), response.getOutputStream());
  }
}
