package org.insignia.server.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.eligibility.RandomCatalogue.certification;
import static org.insignia.server.eligibility.RandomCatalogue.exam;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.catalog.model.Renewal;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.eligibility.Explanation.Note;
import org.insignia.server.eligibility.Explanation.Outcome;
import org.insignia.server.eligibility.Explanation.Reason;
import org.insignia.server.eligibility.Taken.Mark;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final LocalDate RETIRED = LocalDate.of(2021, 6, 30);

  @Test
  void an_exam_that_is_one_of_several_gives_a_badge_and_the_last_one_the_certification() {
    CatalogVersion catalog = catalog(Rules.DEFAULT, all("c", "a", "b"));
    Decision one = Decision.of(catalog, List.of(passed("exam.a", "2021-01-05T10:00:00Z")));
    Decision both =
        Decision.of(
            catalog,
            List.of(
                passed("exam.b", "2021-03-01T10:00:00Z"),
                passed("exam.a", "2021-01-05T10:00:00Z")));

    assertThat(one.awards()).extracting(Earned::uid).containsExactly("exam.a");
    assertThat(both.awards())
        .extracting(Earned::uid)
        .containsExactly("certification.c", "exam.a", "exam.b");
    assertThat(both.award("certification.c").orElseThrow().earnedAt())
        .isEqualTo(Instant.parse("2021-03-01T10:00:00Z"));
  }

  @Test
  void where_one_exam_gives_a_certification_its_badge_is_given_instead() {
    CatalogVersion catalog = catalog(Rules.DEFAULT, all("c", "a"), all("d", "a", "b"));
    Decision decision = Decision.of(catalog, List.of(passed("exam.a", "2021-01-05T10:00:00Z")));

    assertThat(decision.awards()).extracting(Earned::uid).containsExactly("certification.c");
    assertThat(decision.explain("exam.a").outcome()).isEqualTo(Outcome.CERTIFICATION_INSTEAD);
    assertThat(decision.explain("exam.a").instead())
        .extracting(Explanation.Named::uid)
        .containsExactly("certification.c");
  }

  @Test
  void a_legacy_certification_gives_no_badge_and_its_exams_none_either() {
    CatalogVersion catalog =
        catalog(
            Rules.DEFAULT,
            certification("certification.c", List.of(), needs("a", "b"), null, true));
    Decision decision =
        Decision.of(
            catalog,
            List.of(
                passed("exam.a", "2021-01-05T10:00:00Z"),
                passed("exam.b", "2021-01-06T10:00:00Z")));

    assertThat(decision.awards()).isEmpty();
    assertThat(decision.explain("certification.c").outcome()).isEqualTo(Outcome.LEGACY);
    assertThat(catalog.badge(catalog.exam("exam.a").orElseThrow()))
        .isEqualTo(new ExamBadge.None(ExamBadge.Why.NOT_NEEDED));
  }

  @Test
  void the_last_day_of_an_exam_still_counts_and_the_next_does_not() {
    CatalogVersion catalog = catalog(Rules.DEFAULT, all("c", "old"));

    assertThat(Decision.of(catalog, List.of(passed("exam.old", "2021-06-30T23:59:59Z"))).awards())
        .hasSize(1);
    Decision late = Decision.of(catalog, List.of(passed("exam.old", "2021-07-01T00:00:00Z")));
    assertThat(late.awards()).isEmpty();
    assertThat(notes(late, "certification.c"))
        .extracting(Note::reason)
        .containsExactly(Reason.AFTER_RETIREMENT, Reason.RETIRED);
  }

  @Test
  void what_is_unclear_is_never_decided_and_says_so() {
    CatalogVersion catalog =
        catalog(
            Rules.DEFAULT,
            certification("certification.c", List.of("exam.a", "exam.b"), null, null, false));
    Decision decision =
        Decision.of(
            catalog,
            List.of(
                passed("exam.a", "2021-01-05T10:00:00Z"),
                passed("exam.b", "2021-01-06T10:00:00Z")));

    assertThat(decision.award("certification.c")).isEmpty();
    assertThat(decision.explain("certification.c").outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(decision.explain("certification.c").tree()).isNull();
  }

  @Test
  void whoever_sat_an_exam_has_begun_whether_or_not_it_was_passed() {
    CatalogVersion catalog = catalog(Rules.DEFAULT, all("c", "a", "b"));
    for (Mark mark : Mark.values()) {
      var begun =
          Decision.of(catalog, List.of(taken("exam.a", "2021-01-05T10:00:00Z", mark))).begun();
      boolean sat =
          switch (mark) {
            case PASSED, FAILED, HELD, PENDING -> true;
            case NO_SHOW, NO_RESULT, REVOKED, DROPPED -> false;
          };
      assertThat(begun).as(mark.name()).hasSize(sat ? 1 : 0);
    }
  }

  @Test
  void each_reason_is_told_at_its_exam() {
    CatalogVersion catalog =
        catalog(
            Rules.DEFAULT,
            certification(
                "certification.c",
                List.of(),
                Requirement.all(
                    List.of(needs("a"), needs("b"), new Requirement.ExamPassed("exam.nowhere"))),
                null,
                false));
    List<Taken> results = new ArrayList<>();
    for (Mark mark : Mark.values()) {
      results.add(taken("exam.a", "2021-01-0" + (1 + mark.ordinal()) + "T10:00:00Z", mark));
    }
    results.add(passed("exam.a", "2021-02-01T10:00:00Z"));

    assertThat(notes(Decision.of(catalog, results), "certification.c"))
        .extracting(Note::reason)
        .containsExactly(
            Reason.PASSED,
            Reason.FAILED,
            Reason.NO_SHOW,
            Reason.NO_RESULT,
            Reason.HELD,
            Reason.PENDING,
            Reason.REVOKED,
            Reason.DROPPED,
            Reason.PASSED_AGAIN,
            Reason.NOT_TAKEN,
            Reason.UNKNOWN_ENTRY);
  }

  @Test
  void a_period_of_validity_ends_and_a_renewal_in_its_window_extends_it() {
    Rules yearly =
        new Rules(
            Rules.ExamBadges.ONE_OF_SEVERAL,
            Rules.SingleExam.CERTIFICATION_ONLY,
            Rules.LateResults.DO_NOT_COUNT,
            Map.of("role-based", Period.ofYears(1)),
            Map.of(),
            Period.ofMonths(6));
    CatalogVersion catalog =
        catalog(
            yearly,
            all("c", "a"),
            new Renewal("renewal.certification.c", "certification.c", 45, List.of()));
    Taken first = passed("exam.a", "2021-01-05T10:00:00Z");

    assertThat(until(catalog, first)).isEqualTo("2022-01-05T10:00:00Z");
    assertThat(until(catalog, first, passed("renewal.certification.c", "2021-03-01T10:00:00Z")))
        .as("too early")
        .isEqualTo("2022-01-05T10:00:00Z");
    assertThat(until(catalog, first, passed("renewal.certification.c", "2021-12-01T10:00:00Z")))
        .isEqualTo("2023-01-05T10:00:00Z");
    assertThat(until(catalog, first, passed("renewal.certification.c", "2022-01-06T10:00:00Z")))
        .as("lapsed")
        .isEqualTo("2022-01-05T10:00:00Z");
    assertThat(until(catalog, first, passed("exam.a", "2022-05-01T10:00:00Z")))
        .as("passed again after the lapse")
        .isEqualTo("2023-05-01T10:00:00Z");
    assertThat(Decision.of(catalog, List.of(first)).awards().getFirst().earnedAt())
        .isEqualTo(first.takenAt());
  }

  private static String until(CatalogVersion catalog, Taken... results) {
    return String.valueOf(
        Decision.of(catalog, List.of(results)).award("certification.c").orElseThrow().validUntil());
  }

  private static List<Note> notes(Decision decision, String uid) {
    List<Note> notes = new ArrayList<>();
    collect(decision.explain(uid).tree(), notes);
    return notes;
  }

  private static void collect(Explanation.Node node, List<Note> into) {
    into.addAll(node.notes());
    node.parts().forEach(part -> collect(part, into));
  }

  private static Entry all(String name, String... exams) {
    return certification("certification." + name, List.of(), needs(exams), null, false);
  }

  private static Requirement needs(String... exams) {
    List<Requirement> leaves = new ArrayList<>();
    for (String exam : exams) {
      leaves.add(new Requirement.ExamPassed("exam." + exam));
    }
    return leaves.size() == 1 ? leaves.getFirst() : Requirement.all(leaves);
  }

  private static CatalogVersion catalog(Rules rules, Entry... more) {
    List<Entry> entries = new ArrayList<>(List.of(more));
    entries.add(exam("exam.a", "A", null, false));
    entries.add(exam("exam.b", "B", null, false));
    entries.add(exam("exam.old", "OLD", RETIRED, false));
    return new CatalogVersion(1, rules, entries, Map.of());
  }

  private static Taken passed(String uid, String at) {
    return taken(uid, at, Mark.PASSED);
  }

  private static Taken taken(String uid, String at, Mark mark) {
    return new Taken(UUID.nameUUIDFromBytes((uid + at).getBytes()), uid, Instant.parse(at), mark);
  }
}
