package org.insignia.server.issuing.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.model.AchievementCredential;
import org.insignia.openbadges.schema.SchemaCheck;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.eligibility.Award;
import org.insignia.server.eligibility.Awards;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Results;
import org.insignia.server.results.identity.Recipients.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class GivingModuleTest {
  private static final String PASSWORD = "correct horse battery";

  @Autowired private Giving giving;
  @Autowired private TestBadges badges;
  @Autowired private Achievements achievements;
  @Autowired private Credentials credentials;
  @Autowired private Awards awards;
  @Autowired private Accounts accounts;
  @Autowired private Results results;
  @Autowired private JdbcClient db;

  private Organisation academy;
  private Achievement achievement;
  private EmailAddress ana;

  @BeforeEach
  void an_academy() {
    academy = badges.academy();
    achievement = achievements.of(academy.id(), "exam.a").orElseThrow();
    ana = EmailAddress.of("ana-" + Ids.next() + "@example.org");
  }

  @Test
  void what_is_given_is_a_sound_credential_with_evidence_and_result() {
    var details =
        new Details(
            false,
            "https://work.example/essay?id=1",
            "An essay on \"networks\".\nIn two parts.",
            "87 %");
    var id = given(wish(details));
    Bytes document = credentials.document(id).orElseThrow();
    var json = (JsonObject) Json.parse(document);
    assertThat(SchemaCheck.bundled().problems(json)).isEmpty();
    var read = AchievementCredential.read(json);
    assertThat(read.evidence().getFirst().id()).isEqualTo(details.evidenceUrl());
    assertThat(read.evidence().getFirst().narrative()).isEqualTo(details.evidenceText());
    assertThat(read.credentialSubject().result().getFirst().value()).isEqualTo("87 %");
    assertThat(read.credentialSubject().identifier().getLast().identityHash())
        .isEqualTo("Ana Núñez");

    CredentialId copy = credentials.replace("test", id, "Ana Nunes", "Name corrected");
    await(copy);
    assertThat(credentials.document(copy).orElseThrow().utf8())
        .contains("https://work.example/essay?id=1", "87 %");
  }

  @Test
  void evidence_may_be_words_alone() {
    var id = given(wish(new Details(false, "", "Spoke at the fair.", "")));
    var json = (JsonObject) Json.parse(credentials.document(id).orElseThrow());
    assertThat(SchemaCheck.bundled().problems(json)).isEmpty();
    assertThat(AchievementCredential.read(json).evidence().getFirst().narrative())
        .isEqualTo("Spoke at the fair.");
  }

  @Test
  void the_same_request_again_finds_what_it_gave() {
    var wish = wish(Details.NONE);
    var first = giving.one("person:test", academy.id(), wish);
    var again = giving.one("person:test", academy.id(), wish);
    assertThat(again.credential()).isEqualTo(first.credential()).isNotNull();
    assertThat(again.had()).isNull();
  }

  @Test
  void a_mailbox_has_a_badge_once_unless_its_achievement_allows_more() {
    var first = giving.one("person:test", academy.id(), wish(Details.NONE));
    var second = giving.one("person:test", academy.id(), wish(Details.NONE));
    assertThat(second.credential()).isEqualTo(first.credential());
    assertThat(second.had()).extracting(Finding::code).isEqualTo("issue.badge-had");

    achievements.allowRepeats("test", achievement, true);
    var third = giving.one("person:test", academy.id(), wish(Details.NONE));
    assertThat(third.had()).isNull();
    assertThat(third.credential()).isNotNull().isNotEqualTo(first.credential());
  }

  @Test
  void taken_back_it_can_be_given_again() {
    var id = given(wish(Details.NONE));
    credentials.revokeQuietly("person:test", id, "Given by mistake");
    var award = awards.get(credentials.find(id).orElseThrow().award());
    assertThat(award.state()).isEqualTo(Award.State.WITHDRAWN);
    var again = giving.one("person:test", academy.id(), wish(Details.NONE));
    assertThat(again.had()).isNull();
    assertThat(again.credential()).isNotNull().isNotEqualTo(id);
    assertThat(letters(id, "badge-withdrawn")).isZero();
  }

  @Test
  void no_decision_by_results_takes_it_away() {
    var id = given(wish(Details.NONE));
    results.reconsider(academy.id());
    Until.holds(() ->
        db.sql(
                    """
                    select count(*) from changed_dossier c join dossier d on d.id = c.dossier_id
                     where d.organisation_id = ?
                    """)
                .param(academy.id().value())
                .query(Long.class)
                .single()
            == 0);
    assertThat(credentials.find(id).orElseThrow().state()).isEqualTo(Credential.State.ISSUED);
  }

  @Test
  void it_belongs_to_the_account_that_proves_the_mailbox() {
    var id = given(wish(Details.NONE));
    var person = accounts.createConfirmed("Ana Núñez", ana, PASSWORD, Language.EN);
    var dossier = credentials.find(id).orElseThrow().dossier();
    assertThat(results.dossiersOf(person)).contains(dossier);
  }

  @Test
  void a_quiet_one_waits_for_its_earner_and_tells_nobody() {
    var id = given(wish(new Details(true, "", "", "")));
    Until.holds(() -> count("select count(*) from claim where credential_id = ?", id) == 1);
    assertThat(letters(id, "claim-invitation")).isZero();
    assertThat(count("select count(*) from reminder_due where credential_id = ?", id)).isZero();
  }

  private long letters(CredentialId id, String kind) {
    return db.sql("select count(*) from outbox_letter where kind = ? and ref = ?")
        .param(kind)
        .param(id.value())
        .query(Long.class)
        .single();
  }

  private long count(String sql, CredentialId id) {
    return db.sql(sql).param(id.value()).query(Long.class).single();
  }

  private CredentialId given(Wish wish) {
    var id =
        java.util.Objects.requireNonNull(
            giving.one("person:test", academy.id(), wish).credential());
    await(id);
    return id;
  }

  private void await(CredentialId id) {
    Until.holds(() -> credentials.find(id).isPresent());
  }

  private Wish wish(Details details) {
    return new Wish(
        achievement.id(),
        new Recipient(ana, "Ana", "Núñez", Language.ES, "E-17"),
        Instant.parse("2026-03-04T00:00:00Z"),
        null,
        details,
        UUID.randomUUID(),
        0);
  }
}
