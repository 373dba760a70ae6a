package org.insignia.server.api.me;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** For whom a program asks, and in which language that person is answered. */
@Component
public class EarnerDoor {
  private static final String KNOWN =
      "one of " + Language.all().stream().map(Language::tag).collect(Collectors.joining(", "));

  private final ActingPrograms programs;
  private final Accounts accounts;

  EarnerDoor(ActingPrograms programs, Accounts accounts) {
    this.programs = programs;
    this.accounts = accounts;
  }

  /**
   * The person who allowed this to the program that asks.
   *
   * @throws Problem.Unauthenticated without an access token that works
   * @throws Problem.Forbidden for one without the scope
   */
  public PersonId enter(HttpServletRequest request, PersonScope scope) {
    return programs.require(request.getHeader(HttpHeaders.AUTHORIZATION), scope).person();
  }

  /**
   * A language out of a query; the person's own where nothing is said.
   *
   * @throws Problem.Invalid for another one
   */
  public Language language(PersonId person, String word) {
    return word.isEmpty()
        ? accounts.person(person).language()
        : Language.find(word).orElseThrow(() -> new Problem.Invalid("language", KNOWN));
  }

  /** As the other, out of the member {@code language} of a body. */
  public Language language(PersonId person, Body body) {
    var own = accounts.person(person).language();
    var word = body.text("language", 40);
    var found = word.isEmpty() ? own : Language.find(word).orElse(null);
    if (found == null) {
      body.wrong("language", KNOWN);
    }
    return found == null ? own : found;
  }
}
