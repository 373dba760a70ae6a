package org.insignia.server.results.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.CandidateId;
import org.insignia.server.results.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  private static final Set<String> GOAL = Set.of("Office Associate");

  @Test
  void proposes_one_name_and_one_month_of_birth_whatever_the_mailboxes() {
    var likeness =
        Likeness.of(
            side("Ana Silva", "a@example.org", "1990-05"),
            side("Silva ANÁ", "b@example.net", "1990-05"),
            GOAL);
    assertThat(likeness.proposes()).isTrue();
    assertThat(likeness.speaksFor())
        .extracting(Finding::code)
        .containsExactly("same-name", "same-birth-month", "complementary-results");
  }

  @ParameterizedTest
  @CsvSource({
    "ana@example.org, ANA@Example.ORG, same-mailbox",
    "ana@example.org, ana+exams@example.org, near-mailbox",
    "ana+a@example.org, ana+b@example.org, near-mailbox"
  })
  void proposes_one_name_and_nearly_one_mailbox(String one, String other, String code) {
    var likeness =
        Likeness.of(side("Ana Silva", one, ""), side("Ana Maria Silva", other, ""), Set.of());
    assertThat(likeness.proposes()).isTrue();
    assertThat(likeness.speaksFor())
        .extracting(Finding::code)
        .containsExactly("similar-name", code);
  }

  @Test
  void proposes_nothing_for_a_name_alone_even_if_the_results_go_well_together() {
    assertThat(
            Likeness.of(
                    side("Wei Zhang", "a@example.org", ""),
                    side("Wei Zhang", "b@example.org", ""),
                    GOAL)
                .proposes())
        .isFalse();
    assertThat(
            Likeness.of(
                    side("Wei Zhang", "a@example.org", "1990-05"),
                    side("Wei Zhang", "b@example.org", ""),
                    GOAL)
                .proposes())
        .isFalse();
  }

  @Test
  void proposes_nothing_for_two_people_who_share_a_mailbox() {
    var likeness =
        Likeness.of(
            side("Ana Silva", "home@example.org", "1990-05"),
            side("Rui Costa", "home@example.org", "1988-01"),
            GOAL);
    assertThat(likeness.proposes()).isFalse();
  }

  @Test
  void proposes_nothing_for_people_born_in_different_months() {
    var likeness =
        Likeness.of(
            side("Ana Silva", "a@example.org", "1990-05"),
            side("Ana Silva", "a@example.org", "1991-05"),
            GOAL);
    assertThat(likeness.speaksAgainst())
        .extracting(Finding::code)
        .containsExactly("other-birth-month");
    assertThat(likeness.proposes()).isFalse();
  }

  @Test
  void proposes_nothing_for_people_who_sat_exams_at_the_same_time() {
    var one =
        side(
            "Ana Silva",
            "a@example.org",
            "1990-05",
            "2026-03-01T09:00:00Z",
            "2026-03-01T10:00:00Z");
    var other =
        side(
            "Ana Silva",
            "b@example.org",
            "1990-05",
            "2026-03-01T09:30:00Z",
            "2026-03-01T10:30:00Z");
    var later =
        side(
            "Ana Silva",
            "b@example.org",
            "1990-05",
            "2026-03-01T10:00:00Z",
            "2026-03-01T11:00:00Z");
    assertThat(Likeness.of(one, other, GOAL).proposes()).isFalse();
    assertThat(Likeness.of(one, later, GOAL).proposes()).isTrue();
  }

  @Test
  void keeps_mailboxes_apart_that_differ_by_dots() {
    assertThat(Likeness.mailboxRoot(EmailAddress.of("a.b+x@Example.org")))
        .isEqualTo("a.b@example.org");
    assertThat(Likeness.mailboxRoot(EmailAddress.of("ab@example.org"))).isEqualTo("ab@example.org");
    assertThat(Likeness.mailboxRoot(EmailAddress.of("+x@example.org"))).isEqualTo("+x@example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë, Núñez, nunez zoe",
    "Wei, ZHANG, wei zhang",
    "Zhang, Wei, wei zhang",
    "Anne-Marie, O'Neil, anne marie neil o",
    "伟, 张, 伟 张"
  })
  void folds_what_providers_spell_differently(String given, String family, String key) {
    assertThat(Likeness.nameKey(given, family)).isEqualTo(key);
  }

  private static Likeness.Side side(String name, String email, String month, String... fromAndTo) {
    var mailbox = EmailAddress.of(email);
    var sittings =
        fromAndTo.length == 0
            ? List.<Likeness.Sitting>of()
            : List.of(
                new Likeness.Sitting(
                    "MO-100", Instant.parse(fromAndTo[0]), Instant.parse(fromAndTo[1])));
    return new Likeness.Side(
        new CandidateId(UUID.randomUUID()),
        Likeness.nameKey(name, ""),
        mailbox.key(),
        Likeness.mailboxRoot(mailbox),
        month,
        "",
        Set.of(),
        sittings);
  }
}
