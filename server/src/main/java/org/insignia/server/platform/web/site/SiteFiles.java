package org.insignia.server.platform.web.site;

import java.net.URI;
import java.time.Duration;
import org.insignia.server.platform.web.Shell;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What browsers and search engines ask every site for by name. */
@RestController
final class SiteFiles {
  private static final CacheControl FOR_A_DAY =
      CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  /** Whatever is for one person, for staff, for programs or behind a secret; all else is open. */
  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /account
      Disallow: /again
      Disallow: /api/
      Disallow: /claim/
      Disallow: /confirm
      Disallow: /console
      Disallow: /employment/
      Disallow: /enter
      Disallow: /find-badges
      Disallow: /home
      Disallow: /ims/
      Disallow: /invitations/
      Disallow: /jobs/
      Disallow: /mailbox
      Disallow: /oauth
      Disallow: /openid4vci
      Disallow: /prove
      Disallow: /reminders/
      Disallow: /reset
      Disallow: /rest/
      Disallow: /setup
      Disallow: /sign-in
      Disallow: /sign-up
      Disallow: /transcripts
      Disallow: /v1/
      Disallow: /vc-api
      """;

  @GetMapping("/robots.txt")
  ResponseEntity<String> robots() {
    return ResponseEntity.ok()
        .cacheControl(FOR_A_DAY)
        .contentType(MediaType.TEXT_PLAIN)
        .body(ROBOTS);
  }

  @GetMapping("/favicon.ico")
  ResponseEntity<Void> icon(Shell shell) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .cacheControl(FOR_A_DAY)
        .location(URI.create(shell.asset("insignia.svg")))
        .build();
  }
}
