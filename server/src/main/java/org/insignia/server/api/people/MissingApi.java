package org.insignia.server.api.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.support.missing.Check;
import org.insignia.server.support.missing.FoundWords;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why somebody has not got a badge: as staff ask on the console, which issuers may. */
@RestController
class MissingApi {
  private static final int LONGEST = 200;

  private final ApiDoor door;
  private final Check check;
  private final FoundWords words;

  MissingApi(ApiDoor door, Check check, FoundWords words) {
    this.door = door;
    this.check = check;
    this.words = words;
  }

  /**
   * What was found.
   *
   * @param missing name of what was asked for
   * @param causes in the order of the way of a badge; none where nothing is wrong
   */
  record Json(String missing, List<Cause> causes) {}

  /** A cause that holds, with the values that decided. */
  record Cause(String code, List<String> values, String title, String detail) {}

  @GetMapping("/rest/v1/missing")
  Json look(
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String what,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    if (who.isBlank() || who.length() > LONGEST) {
      throw new Problem.Invalid("who", "a mailbox, a provider and its number, or an id");
    }
    if (what.isBlank() || what.length() > LONGEST) {
      throw new Problem.Invalid("what", "uid of an exam or certification");
    }
    return check
        .ofSomebody(visit.organisation(), who, what, Language.EN)
        .map(answer ->
            new Json(
                answer.title(),
                answer.found().stream()
                    .map(found ->
                        new Cause(
                            Dossiers.word(found.cause()).replace('_', '-'),
                            found.args(),
                            words.title(Language.EN, found),
                            words.forStaff(Language.EN, found)))
                    .toList()))
        .orElseThrow(() ->
            new Problem.NotFound("nobody, or several, are meant, or there is no such thing here"));
  }
}
