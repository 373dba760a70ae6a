package org.insignia.server.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.issuing.erasure.Erasing;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.identity.Recipients.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class ErasedBadgesModuleTest {
  private static final String PASSWORD = "correct horse battery";

  @Autowired private Erasing erasing;
  @Autowired private Giving giving;
  @Autowired private Credentials credentials;
  @Autowired private Claims claims;
  @Autowired private Accounts accounts;
  @Autowired private TestBadges badges;
  @Autowired private Achievements achievements;
  @Autowired private JdbcClient db;
  @Autowired private TransactionTemplate transaction;

  private Organisation academy;
  private EmailAddress address;
  private String name;

  @BeforeEach
  void an_academy() {
    academy = badges.academy();
    name = "Quirina-" + Ids.next();
    address = EmailAddress.of(name.toLowerCase(java.util.Locale.ROOT) + "@example.org");
  }

  /** Whoever announces holds what is due, and then looks at the credential. */
  @Test
  void erasing_waits_for_who_is_announcing_the_badge_and_not_the_other_way_round()
      throws Exception {
    var badge = given();
    Until.holds(() -> claims.of(badge).isPresent());
    try (var other = Executors.newSingleThreadExecutor()) {
      var erased =
          transaction.execute(_ -> {
            announcing(badge);
            var erasure = other.submit(() -> erasing.erase("test", badge));
            Until.holds(this::somebodyWaits);
            db.sql("select id from credential where id = :id for key share")
                .param("id", badge.value())
                .query(UUID.class)
                .single();
            return erasure;
          });
      Objects.requireNonNull(erased).get();
    }
    assertThat(credentials.find(badge)).isEmpty();
  }

  /** As the worker does, which may be quicker than we are. */
  private void announcing(CredentialId badge) {
    Until.holds(() -> {
      CompletableFuture.runAsync(() ->
              db.sql("insert into credential_unannounced values (:id) on conflict do nothing")
                  .param("id", badge.value())
                  .update())
          .join();
      return db.sql("delete from credential_unannounced where credential_id = :id")
              .param("id", badge.value())
              .update()
          == 1;
    });
  }

  private boolean somebodyWaits() {
    return db.sql("select count(*) from pg_locks where not granted").query(Integer.class).single()
        > 0;
  }

  @Test
  void nothing_but_a_revoked_place_stays_of_whom_a_badge_was_about() {
    var first = given();
    var copy = credentials.replace("test", first, name + " Silva", "Name corrected");
    Until.holds(() -> claims.of(copy).isPresent());
    var person = accounts.createConfirmed("Somebody", address, PASSWORD, Language.EN);
    claims.accept(person, copy, Visibility.PUBLIC);

    erasing.erase("test", copy);

    assertThat(credentials.find(copy)).isEmpty();
    assertThat(credentials.document(first)).isEmpty();
    assertThat(credentials.decided(copy).map(Credential::state)).contains(Credential.State.REVOKED);
    assertThat(claims.publiclyVisible(copy)).isFalse();
    assertThat(claims.held(person)).isEmpty();
    assertThat(places("'" + name + "'")).isEmpty();
    assertThatThrownBy(() -> erasing.erase("test", copy)).isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void a_badge_that_is_not_erased_is_kept_as_it_is() {
    var id = given();
    assertThatThrownBy(() ->
            db.sql("update credential set recipient_name = '' where id = ?")
                .param(id.value())
                .update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() ->
            db.sql("delete from credential_document where credential_id = ?")
                .param(id.value())
                .update())
        .isInstanceOf(DataAccessException.class);
  }

  /**
   * Tables of issuing and claims with a row that has this word anywhere in it; letters that wait
   * are sent.
   */
  private List<String> places(String word) {
    var tables =
        List.of(
            "credential",
            "credential_document",
            "credential_details",
            "claim",
            "candidate",
            "award_by_hand",
            "corrected_name",
            "name_correction",
            "audit_line");
    return tables.stream()
        .filter(table ->
            db.sql(
                        "select count(*) from "
                            + table
                            + " t where t::text ilike '%' || "
                            + word
                            + " || '%'")
                    .query(Long.class)
                    .single()
                > 0)
        .toList();
  }

  private CredentialId given() {
    var wish =
        new Wish(
            achievements.of(academy.id(), "exam.a").orElseThrow().id(),
            new Recipient(address, name, "Souza", Language.EN, name),
            Instant.parse("2026-03-04T00:00:00Z"),
            null,
            new Details(false, "https://work.example/" + name, "By " + name, ""),
            UUID.randomUUID(),
            0);
    var id = java.util.Objects.requireNonNull(giving.one("test", academy.id(), wish).credential());
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }
}
