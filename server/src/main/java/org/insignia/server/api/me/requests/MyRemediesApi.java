package org.insignia.server.api.me.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.support.missing.OwnCheck;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What mends that a badge is missing, where a program can do it. */
@RestController
@RequestMapping("/rest/v1/me")
class MyRemediesApi {
  private final EarnerDoor door;
  private final OwnCheck check;

  MyRemediesApi(EarnerDoor door, OwnCheck check) {
    this.door = door;
    this.check = check;
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_REQUESTS);
  }

  /** The invitation once more, to the mailbox that it was for. */
  @PostMapping("/badges/{id}/invitation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void invite(@PathVariable UUID id, HttpServletRequest request) {
    unless(check.resend(person(request), id));
  }

  /** The letter that proves a mailbox, once more. */
  @PostMapping("/addresses/{id}/letter")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@PathVariable UUID id, HttpServletRequest request) {
    unless(check.confirm(person(request), id));
  }

  private static void unless(Optional<Duration> wait) {
    wait.ifPresent(time -> {
      throw new Problem.TooMany(time, "it was sent a moment ago; wait a moment");
    });
  }
}
