package org.insignia.server.insights.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.insignia.server.insights.alert.AlertStops;
import org.insignia.server.insights.alert.SavedSearch;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The end of mails about a kept search, from the link in each of them. Looking has no effect; a
 * POST needs nothing but the address, because mail programs send it by themselves (RFC 8058).
 */
@Controller
class AlertStopPages {
  private final AlertStops stops;

  AlertStopPages(AlertStops stops) {
    this.stops = stops;
  }

  @GetMapping("/jobs/stop/{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    var search = find(token).orElseThrow(() -> new Problem.NotFound("a link of a mail"));
    return View.of(
        "insights/stop", new AlertStopPage(search.name(), "/jobs/stop/" + token, !search.mails()));
  }

  @PostMapping("/jobs/stop/{token}")
  ModelAndView stop(
      @PathVariable String token,
      @RequestParam(name = "List-Unsubscribe", defaultValue = "") String oneClick,
      Shell shell,
      HttpServletResponse response) {
    find(token).ifPresent(search -> stops.set(search, false));
    if (oneClick.equals("One-Click")) {
      return look(token, response); // a mail program, which is to be sent nowhere else
    }
    return SeeOther.at(shell.link("/jobs/stop/" + token));
  }

  @PostMapping("/jobs/stop/{token}/resume")
  ModelAndView resume(@PathVariable String token, Shell shell) {
    find(token).ifPresent(search -> stops.set(search, true));
    return SeeOther.at(shell.link("/jobs/stop/" + token));
  }

  private Optional<SavedSearch> find(String token) {
    return SecretToken.parse(token).flatMap(stops::search);
  }
}
