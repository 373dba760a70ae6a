package org.insignia.server.transcripts.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Set;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.issuing.CertificateNumber;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.transcripts.TestRecords;
import org.insignia.server.transcripts.TestRecords.Earner;
import org.insignia.server.transcripts.record.Attempt.Badge;
import org.insignia.server.transcripts.record.Attempt.Result;
import org.insignia.server.transcripts.record.EarnedCertification.Status;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TranscriptsModuleTest {
  @Autowired TestRecords records;
  @Autowired Transcripts transcripts;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;

  @Test
  void tells_certifications_in_every_state_of_every_organisation() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    Transcript transcript = transcripts.of(ana.id());

    assertThat(transcript.active())
        .extracting(EarnedCertification::title, EarnedCertification::issuer)
        .containsExactly(
            tuple("Harbour Pilot", "Académie du Léman"), tuple("Harbour Pilot", "Harbour School"));
    assertThat(transcript.historical())
        .extracting(EarnedCertification::title, EarnedCertification::status)
        .containsExactly(
            tuple("Steam Tug Mate", Status.RETIRED), tuple("Radio Operator", Status.EXPIRED));
    EarnedCertification pilot = transcript.active().getLast();
    assertThat(pilot.earnedAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(pilot.validUntil()).isEqualTo(Instant.parse("2036-03-02T10:00:00Z"));
    assertThat(pilot.accepted()).isTrue();
    assertThat(pilot.isPublic()).isTrue();
    assertThat(transcript.active().getFirst().isPublic()).isFalse();
    assertThat(credentials.numbered(CertificateNumber.parse(pilot.number()).orElseThrow()))
        .hasValueSatisfying(c -> assertThat(c.id()).isEqualTo(pilot.credential()));
  }

  @Test
  void says_in_one_sentence_what_is_missing_with_alternatives() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    UnderWay master = transcripts.of(ana.id()).underWay().getFirst();
    assertThat(transcripts.of(ana.id()).underWay()).hasSize(1);
    assertThat(master.title()).isEqualTo("Coastal Master");
    assertThat(master.outlook()).isEqualTo(UnderWay.Outlook.OPEN);
    assertThat(master.passed()).isEqualTo(1);
    assertThat(master.needed()).isEqualTo(2);
    assertThat(master.missing()).isEqualTo("HX-300: Night Passages or HX-310: Ice Passages");
    assertThat(transcripts.of(ana.id(), Language.ES).underWay().getFirst().missing())
        .isEqualTo("HX-300: Travesías nocturnas y señales luminosas ó o HX-310: Ice Passages");
  }

  @Test
  void who_only_failed_so_far_is_on_the_way_unless_it_is_over() {
    var harbour = records.harbour("Harbour School");
    var bo = records.failed(harbour, "HX-300", "HX-050");
    Until.holds(() -> transcripts.of(bo).attempts().size() == 2);
    Transcript transcript = transcripts.of(bo);
    // Steam Tug Mate ended in June; nothing of it was passed, so there is nothing to tell of it.
    assertThat(transcript.underWay())
        .extracting(UnderWay::title, UnderWay::passed, UnderWay::needed, UnderWay::missing)
        .containsExactly(
            tuple(
                "Coastal Master",
                0,
                2,
                "HX-200: Reading Charts and (HX-300: Night Passages or HX-310: Ice Passages)"));
    assertThat(transcript.attempts()).extracting(Attempt::provider).containsOnly("Pearson VUE");
  }

  @Test
  void joins_the_exams_of_all_providers_and_says_why_one_gave_no_badge() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    Transcript transcript = transcripts.of(ana.id());
    assertThat(transcript.exams())
        .extracting(PassedExam::code)
        .containsExactly("HX-100", "HX-070", "HX-200", "HX-100", "HX-050", "HX-060");
    assertThat(transcript.attempts())
        .extracting(Attempt::code, Attempt::result, Attempt::badge)
        .containsExactly(
            tuple("HX-100", Result.PASSED, Badge.CERTIFICATION_INSTEAD),
            tuple("HX-070", Result.PASSED, Badge.NOT_NEEDED),
            tuple("HX-310", Result.NO_SHOW, Badge.NOT_PASSED),
            tuple("HX-300", Result.FAILED, Badge.NOT_PASSED),
            tuple("HX-200", Result.PASSED, Badge.ACCEPTED),
            tuple("HX-100", Result.PASSED, Badge.CERTIFICATION_INSTEAD),
            tuple("HX-050", Result.PASSED, Badge.CERTIFICATION_INSTEAD),
            tuple("HX-060", Result.PASSED, Badge.CERTIFICATION_INSTEAD));
    assertThat(transcript.attempts().get(4).instead()).containsExactly("Coastal Master");
  }

  @Test
  void others_never_see_what_failed_or_is_under_way_and_shares_see_what_was_chosen() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    Transcript transcript = transcripts.of(ana.id());
    assertThat(transcript.forOthers().attempts()).isEmpty();
    assertThat(transcript.forOthers().underWay()).isEmpty();
    assertThat(transcript.forOthers().items()).isEqualTo(transcript.items());

    TranscriptItem chosen = transcript.exams().getFirst();
    assertThat(transcript.only(Set.of(chosen.key(), "exam.of-nobody")).items())
        .containsExactly(chosen);
    assertThat(transcripts.of(ana.id(), Language.IT).items())
        .extracting(TranscriptItem::key)
        .isEqualTo(transcript.items().stream().map(TranscriptItem::key).toList());
    assertThat(transcript.items().stream().map(TranscriptItem::key)).doesNotHaveDuplicates();
  }

  @Test
  void titles_stand_in_the_readers_language_where_the_catalogue_has_them() {
    Earner ana = records.earner("伟", "李", Language.ZH_CN);
    Transcript transcript = transcripts.of(ana.id());
    assertThat(transcript.language()).isEqualTo(Language.ZH_CN);
    assertThat(transcript.active()).extracting(EarnedCertification::title).contains("港口引航员");
    assertThat(transcript.exams()).extracting(PassedExam::title).contains("海图判读", "Knots");
  }

  @Test
  void what_is_revoked_is_historical_with_its_reason_and_without_a_certificate() {
    Earner ana = records.earner("Ana", "Núñez", Language.EN);
    EarnedCertification pilot = transcripts.of(ana.id()).active().getFirst();
    credentials.revoke("test", pilot.credential(), "identity not proven");
    EarnedCertification revoked =
        transcripts.of(ana.id()).historical().stream()
            .filter(one -> one.key().equals(pilot.key()))
            .findFirst()
            .orElseThrow();
    assertThat(revoked.status()).isEqualTo(Status.REVOKED);
    assertThat(revoked.reason()).isEqualTo("identity not proven");
    assertThat(revoked.number()).isNull();
  }

  @Test
  void a_corrected_copy_takes_the_place_of_what_it_replaces() {
    Earner ana = records.earner("Ana", "Nunez", Language.EN);
    Transcript before = transcripts.of(ana.id());
    EarnedCertification pilot = before.active().getFirst();
    var copy = credentials.replace("test", pilot.credential(), "Ana Núñez", "name corrected");
    Until.holds(() -> credentials.find(copy).isPresent());
    EarnedCertification after = transcripts.of(ana.id()).active().getFirst();
    assertThat(after.key()).isEqualTo(pilot.key());
    assertThat(after.credential()).isEqualTo(copy);
    assertThat(transcripts.of(ana.id()).historical()).hasSize(before.historical().size());
  }

  @Test
  void a_person_has_one_number_for_good_and_nobody_else_has_it() {
    var one = accounts.createConfirmed("Uno", someone(), TestRecords.PASSWORD, Language.ES);
    var other = accounts.createConfirmed("Due", someone(), TestRecords.PASSWORD, Language.IT);
    Transcript empty = transcripts.of(one);
    assertThat(empty.isEmpty()).isTrue();
    CertificationId id = empty.identity().certificationId();
    assertThat(transcripts.of(one).identity().certificationId()).isEqualTo(id);
    assertThat(transcripts.of(other).identity().certificationId().number())
        .isNotEqualTo(id.number());
    assertThat(id.text()).matches("[1-9]\\d\\d \\d{3} \\d{4}");
  }

  private static EmailAddress someone() {
    return EmailAddress.of("t" + java.util.UUID.randomUUID() + "@example.org");
  }
}
