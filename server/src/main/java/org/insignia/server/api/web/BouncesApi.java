package org.insignia.server.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.insignia.server.api.operator.OperatorDoor;
import org.insignia.server.platform.mail.Bounces;
import org.insignia.server.platform.mail.DeliveryReport;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes mails that came back to the sender's address, one per request as they are: the mail server
 * hands them over.
 */
@RestController
class BouncesApi {
  private final OperatorDoor door;
  private final Bounces bounces;

  /** Whether the mail told of a mailbox that our letter did not reach for good. */
  record Taken(boolean recorded) {}

  BouncesApi(OperatorDoor door, Bounces bounces) {
    this.door = door;
    this.bounces = bounces;
  }

  @PostMapping("/rest/v1/mail/bounces")
  Taken bounce(HttpServletRequest request) throws IOException {
    door.enter(request);
    return new Taken(
        DeliveryReport.read(request.getInputStream()).filter(bounces::report).isPresent());
  }
}
