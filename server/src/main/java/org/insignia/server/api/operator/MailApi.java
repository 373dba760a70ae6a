package org.insignia.server.api.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.insignia.server.platform.mail.MailQueue;
import org.insignia.server.platform.mail.MailQueue.Failing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters that wait, and those that fail. */
@RestController
class MailApi {
  private static final int SHOWN = 100;

  private final OperatorDoor door;
  private final MailQueue mail;

  MailApi(OperatorDoor door, MailQueue mail) {
    this.door = door;
    this.mail = mail;
  }

  /**
   * How the outbox stands; see {@link MailQueue.Standing}.
   *
   * @param letters those that fail, the most tried first
   */
  record Json(
      long waiting,
      long failing,
      @Nullable Instant oldest,
      long refused,
      long undeliverable,
      List<Failing> letters) {}

  /** What was begun. */
  record Again(int letters) {}

  @GetMapping("/rest/v1/server/mail")
  ResponseEntity<Json> look(HttpServletRequest request) {
    door.enter(request);
    var now = mail.standing();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Json(
                now.waiting(),
                now.failing(),
                now.oldest(),
                now.refused(),
                now.undeliverable(),
                mail.failing(SHOWN)));
  }

  /** Tries all that fail at once. */
  @PostMapping("/rest/v1/server/mail/retry")
  Again retry(HttpServletRequest request) {
    var again = new Again(mail.retry(door.enter(request)));
    mail.wake();
    return again;
  }
}
