package org.insignia.server.api.oauth.consent;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The programs that a person connected, each with the button that disconnects it. */
@Controller
class ProgramPages {
  private static final String HERE = "/account/programs";

  private final Consents consents;

  ProgramPages(Consents consents) {
    this.consents = consents;
  }

  @GetMapping(HERE)
  ModelAndView programs(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return Door.person()
        .map(person ->
            View.of(
                "api/programs",
                new ProgramsPage(
                    consents.of(person).stream().map(ProgramPages::row).toList(),
                    done.equals("ended"))))
        .orElseGet(() -> Door.signInFirst(request));
  }

  @PostMapping("/account/programs/{id}/end")
  ModelAndView end(@PathVariable UUID id, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    consents.end(person.get(), id);
    return SeeOther.at(shell.link(HERE + "?done=ended"));
  }

  private static ProgramsPage.Row row(Consent consent) {
    return new ProgramsPage.Row(
        consent.id(),
        consent.program(),
        consent.host(),
        PersonScope.meanings(consent.scopes()).stream().map(PersonScope.Meaning::key).toList(),
        consent.madeAt(),
        consent.usedAt());
  }
}
