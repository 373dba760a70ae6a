package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Addresses that stand in letters and pages made for another badge service, once their host is
 * changed; each leads to what is meant by it here, and tells nothing of it.
 */
@Controller
class MovedAddresses {
  private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private final Organisations organisations;

  MovedAddresses(Organisations organisations) {
    this.organisations = organisations;
  }

  /**
   * Whoever it was given to finds it among what waits for them; the address alone opens nothing.
   */
  @GetMapping("/badges/{badge:" + ID + "}/accept")
  ModelAndView accept(@PathVariable UUID badge, HttpServletRequest request, Shell shell) {
    return Visitor.of(shell).isPresent()
        ? to(shell.link("/home"))
        : Visitor.signInFirst("/home", request, shell);
  }

  @GetMapping("/badges/{badge:" + ID + "}/public_url")
  ModelAndView shown(@PathVariable UUID badge, Shell shell) {
    return to(shell.link("/badges/" + badge));
  }

  @GetMapping("/badges/{badge:" + ID + "}/linked_in_profile")
  ModelAndView shared(@PathVariable UUID badge, Shell shell) {
    return to(shell.link("/badges/" + badge + "/share/to/linkedin"));
  }

  @GetMapping("/organizations/{slug:[a-z0-9-]{2,60}}/badges")
  ModelAndView organisation(@PathVariable String slug, Shell shell) {
    return to(
        shell.link(
            "/org/"
                + organisations
                    .find(slug)
                    .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug))
                    .slug()));
  }

  private static ModelAndView to(String path) {
    return new ModelAndView(new RedirectView(path));
  }
}
