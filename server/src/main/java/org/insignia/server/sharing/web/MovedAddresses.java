package org.insignia.server.sharing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

  /** To the page, or for a program that asks so to the list. */
  @GetMapping("/organizations/{slug:[a-z0-9-]{2,60}}/badges")
  ModelAndView organisation(
      @PathVariable String slug,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var organisation =
        organisations
            .find(slug)
            .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    return wantsJson(request)
        ? to("/organizations/" + organisation.slug() + "/badges.json" + query(request))
        : to(shell.link("/org/" + organisation.slug()));
  }

  private static boolean wantsJson(HttpServletRequest request) {
    var accept = Objects.toString(request.getHeader(HttpHeaders.ACCEPT), "");
    return accept.contains(MediaType.APPLICATION_JSON_VALUE)
        && !accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  /** As it came: it is encoded. */
  private static String query(HttpServletRequest request) {
    var query = request.getQueryString();
    return query == null ? "" : "?" + query;
  }

  private static ModelAndView to(String path) {
    var view = new RedirectView(path);
    view.setExpandUriTemplateVariables(false); // what comes along may hold brackets
    return new ModelAndView(view);
  }
}
