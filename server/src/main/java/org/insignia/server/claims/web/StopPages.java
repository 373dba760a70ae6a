package org.insignia.server.claims.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.insignia.server.claims.reminders.ReminderStops;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The end of reminders, from the link in each of them. Looking has no effect; a POST needs nothing
 * but the address, because mail programs send it by themselves (RFC 8058).
 */
@Controller
class StopPages {
  private final ReminderStops stops;

  StopPages(ReminderStops stops) {
    this.stops = stops;
  }

  @GetMapping("/reminders/stop/{token}")
  ModelAndView look(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    return find(token)
        .map(address ->
            View.of(
                "claims/stop",
                new StopPage(
                    address.value(), "/reminders/stop/" + token, stops.isStopped(address))))
        .orElseGet(() ->
            View.of("claims/spent", new SpentPage("claims.stop.unknown"), HttpStatus.NOT_FOUND));
  }

  @PostMapping("/reminders/stop/{token}")
  ModelAndView stop(
      @PathVariable String token,
      @RequestParam(name = "List-Unsubscribe", defaultValue = "") String oneClick,
      Shell shell,
      HttpServletResponse response) {
    find(token).ifPresent(stops::stop);
    if (oneClick.equals("One-Click")) {
      return look(token, response); // a mail program, which is to be sent nowhere else
    }
    return SeeOther.at(shell.link("/reminders/stop/" + token));
  }

  @PostMapping("/reminders/stop/{token}/resume")
  ModelAndView resume(@PathVariable String token, Shell shell) {
    find(token).ifPresent(stops::resume);
    return SeeOther.at(shell.link("/reminders/stop/" + token));
  }

  private Optional<EmailAddress> find(String token) {
    return SecretToken.parse(token).flatMap(stops::mailbox);
  }
}
