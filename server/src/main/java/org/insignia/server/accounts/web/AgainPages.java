package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.KeptForm;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Sending again what was typed when the session had ended. */
@Controller
class AgainPages {
  @GetMapping("/again")
  ModelAndView again(HttpServletRequest request, Shell shell) {
    if (Door.person().isEmpty()) {
      return Door.signInFirst(request);
    }
    return KeptForm.take(request.getSession(true))
        .map(form -> View.of("accounts/again", form))
        .orElseGet(() -> SeeOther.at(shell.link("/home")));
  }
}
