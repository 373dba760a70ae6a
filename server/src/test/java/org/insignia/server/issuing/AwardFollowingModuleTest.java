package org.insignia.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.eligibility.AwardChange;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Holder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class AwardFollowingModuleTest {
  private static final Instant EARNED = Instant.parse("2026-02-03T04:05:06Z");
  private static final Instant LATER = Instant.parse("2026-05-05T00:00:00Z");

  @Autowired private Organisations organisations;
  @Autowired private CatalogImports imports;
  @Autowired private Achievements achievements;
  @Autowired private AwardFollowing following;
  @Autowired private CredentialStore store;
  @Autowired private Credentials credentials;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcClient db;

  private final AwardId award = new AwardId(Ids.next());
  private final DossierId dossier = new DossierId(Ids.next());
  private Academy academy;

  @BeforeEach
  void found() {
    academy = Academy.found(organisations, imports, achievements);
  }

  @Test
  void an_award_gives_one_credential_however_often_it_is_told() {
    follow(news(AwardChange.State.GIVEN, EARNED), holder("Ana Núñez", "ana@example.org"));
    Credential first = current().orElseThrow();
    follow(news(AwardChange.State.GIVEN, EARNED), holder("ANA NUNEZ", "ana@example.org"));

    assertThat(current().orElseThrow().id()).isEqualTo(first.id());
    assertThat(first.recipientName()).isEqualTo("Ana Núñez");
    assertThat(first.earnedAt()).isEqualTo(EARNED);
    assertThat(first.language()).isEqualTo(Language.ES);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_changed_date_replaces_the_credential_in_one_step() {
    follow(news(AwardChange.State.GIVEN, EARNED), holder("Ana", "ana@example.org"));
    Credential first = current().orElseThrow();
    follow(news(AwardChange.State.CHANGED, LATER), holder("Ana", "ana@example.org"));

    Credential second = current().orElseThrow();
    assertThat(second.earnedAt()).isEqualTo(LATER);
    assertThat(second.replaces()).isEqualTo(first.id());
    assertThat(inTransaction(() -> store.locked(first.id())).orElseThrow().state())
        .isEqualTo(State.REPLACED);
  }

  @Test
  void a_corrected_name_replaces_and_the_same_news_again_does_not() {
    follow(news(AwardChange.State.GIVEN, EARNED), holder("Ana Nunes", "ana@example.org"));
    follow(news(AwardChange.State.CHANGED, EARNED), holder("Ana Núñez", "ana@example.org"));
    Credential corrected = current().orElseThrow();
    follow(news(AwardChange.State.CHANGED, EARNED), holder("Ana Núñez", "ana@example.org"));

    assertThat(corrected.recipientName()).isEqualTo("Ana Núñez");
    assertThat(current().orElseThrow().id()).isEqualTo(corrected.id());
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void a_name_that_the_issuer_corrected_is_not_undone_by_the_provider_and_a_new_one_counts() {
    follow(news(AwardChange.State.GIVEN, EARNED), holder("Ana Nunes", "ana@example.org"));
    inTransaction(
        () -> credentials.replace("test", current().orElseThrow().id(), "Ana Núñez", "corrected"));
    follow(news(AwardChange.State.CHANGED, LATER), holder("Ana Nunes", "ana@example.org"));
    assertThat(current().orElseThrow().earnedAt()).isEqualTo(LATER);
    assertThat(current().orElseThrow().recipientName()).isEqualTo("Ana Núñez");

    follow(news(AwardChange.State.CHANGED, LATER), holder("Ana Núñez Silva", "ana@example.org"));
    assertThat(current().orElseThrow().recipientName()).isEqualTo("Ana Núñez Silva");
  }

  @Test
  void a_withdrawn_award_revokes_with_the_reason_and_given_again_it_gives_a_new_credential() {
    follow(news(AwardChange.State.GIVEN, EARNED), holder("Ana", "ana@example.org"));
    Credential first = current().orElseThrow();
    follow(news(AwardChange.State.WITHDRAWN, EARNED), Optional.empty());

    Credential revoked = inTransaction(() -> store.locked(first.id())).orElseThrow();
    assertThat(revoked.state()).isEqualTo(State.REVOKED);
    assertThat(revoked.stateReason()).isEqualTo("BECAUSE");
    assertThat(current()).isEmpty();

    follow(news(AwardChange.State.GIVEN, EARNED), holder("Ana", "ana@example.org"));
    assertThat(current().orElseThrow().id()).isNotEqualTo(first.id());
    assertThat(current().orElseThrow().status()).isNotEqualTo(first.status());
  }

  @Test
  void an_award_that_moves_to_another_dossier_of_the_same_person_keeps_its_credential() {
    follow(news(AwardChange.State.GIVEN, EARNED), holder("Ana", "ana@example.org"));
    Credential first = current().orElseThrow();
    var merged = new DossierId(Ids.next());
    var change = news(AwardChange.State.CHANGED, EARNED, merged);
    inTransaction(() -> {
      following.follow(
          List.of(change), Map.of(merged, holder("Ana", "ana@example.org").orElseThrow()));
      return merged;
    });

    assertThat(current().orElseThrow().id()).isEqualTo(first.id());
    assertThat(current().orElseThrow().dossier()).isEqualTo(merged);
  }

  @Test
  void a_given_award_of_which_nobody_can_be_reached_writes_nothing() {
    assertThatThrownBy(() -> follow(news(AwardChange.State.GIVEN, EARNED), Optional.empty()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(count()).isZero();
  }

  private AwardChange news(AwardChange.State state, Instant earned) {
    return news(state, earned, dossier);
  }

  private AwardChange news(AwardChange.State state, Instant earned, DossierId whose) {
    return new AwardChange(
        award,
        academy.organisation().id(),
        whose,
        academy.achievement().id(),
        earned,
        null,
        state,
        "BECAUSE");
  }

  private Optional<Holder> holder(String name, String address) {
    return Optional.of(
        new Holder(
            dossier,
            academy.organisation().id(),
            name,
            "",
            EmailAddress.of(address),
            Language.ES,
            Optional.empty()));
  }

  private void follow(AwardChange change, Optional<Holder> holder) {
    inTransaction(() -> {
      following.follow(
          List.of(change), holder.map(h -> Map.of(change.dossier(), h)).orElse(Map.of()));
      return change;
    });
  }

  private Optional<Credential> current() {
    return inTransaction(() -> store.currentLocked(List.of(award)).stream().findFirst());
  }

  private long count() {
    UUID id = award.value();
    return db.sql("select count(*) from credential where award_id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private <T> T inTransaction(Supplier<T> work) {
    return java.util.Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(status -> work.get()));
  }
}
