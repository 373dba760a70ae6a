package org.insignia.server.support.terms;

import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.support.terms.SiteTexts.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The texts about the site: everybody may read them, without a cookie. */
@Controller
class SiteTextPages {
  private final SiteTexts texts;

  SiteTextPages(SiteTexts texts) {
    this.texts = texts;
  }

  @GetMapping("/terms")
  ModelAndView terms(Shell shell) {
    return View.of("support/terms/text", texts.of(Kind.TERMS, shell.language()));
  }

  @GetMapping("/privacy")
  ModelAndView privacy(Shell shell) {
    return View.of("support/terms/text", texts.of(Kind.PRIVACY, shell.language()));
  }
}
