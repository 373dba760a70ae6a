package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What must be so of the matrix whatever it says line by line: a wrong line is found here. */
class AuthorisationRulesTest {
  /** What anybody may ask, or who holds a secret that no browser sends by itself. */
  private static final Set<String> WITHOUT_FIELD =
      Set.of(
          "POST /verify",
          "POST /oauth/token",
          "POST /oauth/revoke",
          "POST /oauth/register",
          "POST /reminders/stop/{token}",
          "POST /reminders/stop/{token}/resume",
          "POST /jobs/stop/{token}",
          "POST /jobs/stop/{token}/resume",
          "POST /transcripts",
          "POST /transcripts/{id:[0-9A-Za-z-]{1,60}}/close",
          "POST /api/profiles/transcript/share/{id:[0-9A-Za-z-]{1,60}}",
          "POST /api/profiles/transcript/share/{id:[0-9A-Za-z-]{1,60}}/clr");

  private static final List<Caller> NO_STAFF =
      List.of(Caller.ANONYMOUS, Caller.OWNER, Caller.EARNER, Caller.STRANGER);

  @Test
  void a_browser_changes_nothing_without_the_hidden_field() {
    assertThat(Matrix.read())
        .filteredOn(line -> !line.isSafe() && !line.isOfMachines())
        .filteredOn(line -> !WITHOUT_FIELD.contains(line.route()))
        .allMatch(line -> line.unfielded() == 403);
  }

  @Test
  void nothing_breaks() {
    assertThat(Matrix.read()).allMatch(line -> line.answers().stream().noneMatch(a -> a >= 500));
  }

  @Test
  void strangers_do_not_learn_what_an_organisation_has() {
    assertThat(Matrix.read())
        .filteredOn(line -> line.pattern().startsWith("/console/{slug}"))
        .allSatisfy(line -> {
          for (var caller : NO_STAFF) {
            boolean toTheDoor =
                caller == Caller.ANONYMOUS
                    && (line.answer(caller) == 303 || line.answer(caller) == 403);
            assertThat(toTheDoor || line.answer(caller) == 404).as(caller + ": " + line).isTrue();
          }
        });
  }

  @Test
  void a_viewer_changes_nothing_in_an_organisation() {
    assertThat(Matrix.read())
        .filteredOn(line -> line.pattern().startsWith("/console/{slug}") && !line.isSafe())
        .allMatch(line -> line.answer(Caller.VIEWER) == 403);
  }

  @Test
  void a_badge_that_is_not_public_is_there_for_its_owner_alone() {
    Predicate<Expectation> hidden =
        line -> line.path().contains("$hidden") && !line.pattern().startsWith("/console/{slug}");
    assertThat(Matrix.read())
        .filteredOn(hidden)
        .isNotEmpty()
        .allSatisfy(line -> {
          for (var caller : Caller.values()) {
            if (caller != Caller.OWNER) {
              assertThat(line.answer(caller)).as(caller + ": " + line).isIn(303, 400, 403, 404);
            }
          }
        });
  }

  @Test
  void machines_come_with_a_token_and_sessions_count_for_nothing_there() {
    assertThat(Matrix.read())
        .filteredOn(Expectation::isOfMachines)
        .allMatch(line -> Set.copyOf(line.answers()).size() == 1);
  }
}
