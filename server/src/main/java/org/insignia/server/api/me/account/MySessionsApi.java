package org.insignia.server.api.me.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.insignia.server.accounts.PasswordChanges;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.session.Sessions;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browsers a person is signed in with, which a program may sign out. */
@RestController
@RequestMapping("/rest/v1/me/sessions")
class MySessionsApi {
  private final EarnerDoor door;
  private final Sessions sessions;
  private final PasswordChanges passwords;

  MySessionsApi(EarnerDoor door, Sessions sessions, PasswordChanges passwords) {
    this.door = door;
    this.sessions = sessions;
    this.passwords = passwords;
  }

  /**
   * A browser.
   *
   * @param id names it here; it opens nothing
   * @param browser program and system; empty where it does not say
   */
  record Json(String id, String browser, Instant startedAt, Instant lastUsedAt) {}

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_ACCOUNT);
  }

  /** The one used last first. */
  @GetMapping
  ResponseEntity<Listing<Json>> list(HttpServletRequest request) {
    var open =
        sessions.of(person(request)).stream()
            .map(s -> new Json(s.handle(), s.browser(), s.startedAt(), s.lastUsedAt()))
            .toList();
    return Listing.answer(open, null, "");
  }

  @DeleteMapping("/{session}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable String session, HttpServletRequest request) {
    if (!sessions.end(person(request), session)) {
      throw new Problem.NotFound("there is no session of this id");
    }
  }

  /** Signs the person out everywhere; browsers that were known are forgotten. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAll(HttpServletRequest request) {
    passwords.signOutEverywhere(person(request));
  }
}
