package org.insignia.server.issuing.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.issuing.hand.Giving.Issued;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.results.identity.Recipients.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Badges that are given at the same moment. */
@ServerTest
class GivingAtOnceModuleTest {
  private static final int THREADS = 16;

  @Autowired private Giving giving;
  @Autowired private TestBadges badges;
  @Autowired private Achievements achievements;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient db;
  @Autowired private PlatformTransactionManager transactions;

  private Organisation academy;

  @BeforeEach
  void an_academy() {
    academy = badges.academy();
  }

  @Test
  void sixteen_who_give_the_same_badge_to_the_same_mailbox_give_it_once() throws Exception {
    var ana = mailbox();
    var given = atOnce(_ -> wish(ana, UUID.randomUUID()));
    assertThat(given.stream().map(Issued::credential).distinct()).hasSize(1).doesNotContainNull();
    assertThat(given.stream().filter(i -> i.had() == null)).hasSize(1);
    assertThat(given.stream().filter(i -> i.fresh() != null)).hasSize(1);
    assertThat(issued()).isEqualTo(1);
  }

  @Test
  void sixteen_that_are_the_same_request_give_one_badge_whoever_they_name() throws Exception {
    var request = UUID.randomUUID();
    var given = atOnce(_ -> wish(mailbox(), request));
    assertThat(given.stream().map(Issued::credential).distinct()).hasSize(1).doesNotContainNull();
    assertThat(given.stream().map(Issued::had)).containsOnlyNulls();
    assertThat(issued()).isEqualTo(1);
  }

  @Test
  void sixteen_people_get_sixteen_badges_at_places_of_their_own() throws Exception {
    var given = atOnce(_ -> wish(mailbox(), UUID.randomUUID()));
    assertThat(given).allMatch(i -> i.fresh() != null);
    var places = given.stream().map(i -> Objects.requireNonNull(i.fresh()).status()).toList();
    assertThat(places).doesNotHaveDuplicates().hasSize(THREADS);
    assertThat(
            db.sql("select sum(used) from status_list where organisation_id = ?")
                .param(academy.id().value())
                .query(Long.class)
                .single())
        .isEqualTo(THREADS);
  }

  @Test
  void who_gives_to_one_person_does_not_wait_for_who_gives_to_another() {
    given(mailbox());
    var first = mailbox();
    inTransaction(() -> {
      given(first);
      assertThat(unwaited(() -> given(mailbox())).fresh()).isNotNull();
      assertThatThrownBy(() -> unwaited(() -> given(first))).hasMessageContaining("lock timeout");
      return "";
    });
  }

  @Test
  void a_list_and_who_links_an_account_wait_for_badges_that_are_being_given() {
    var owned = mailbox();
    accounts.createConfirmed("Ana Núñez", owned, "correct horse battery", Language.EN);
    inTransaction(() -> {
      given(mailbox());
      assertThatThrownBy(() ->
              unwaited(() -> {
                giving.lock(academy.id());
                return "";
              }))
          .hasMessageContaining("lock timeout");
      assertThatThrownBy(() -> unwaited(() -> given(owned))).hasMessageContaining("lock timeout");
      return "";
    });
    assertThat(given(owned).fresh()).isNotNull();
    inTransaction(() -> {
      giving.lock(academy.id());
      assertThatThrownBy(() -> unwaited(() -> given(mailbox())))
          .hasMessageContaining("lock timeout");
      return "";
    });
    // Its dossier is known now: there is nothing to link.
    var another = wish("exam.b", owned, UUID.randomUUID());
    inTransaction(() -> {
      given(mailbox());
      return unwaited(() -> giving.one("person:test", academy.id(), another));
    });
  }

  @Test
  void who_looks_at_a_number_and_at_more_mailboxes_makes_only_those_wait() {
    var another = mailbox();
    inTransaction(() -> {
      giving.lock(academy.id(), numbered("E-7"), List.of(another));
      assertThat(unwaited(() -> given(mailbox())).fresh()).isNotNull();
      assertThat(locks("E-8")).isTrue();
      assertThatThrownBy(() -> locks("E-7")).hasMessageContaining("lock timeout");
      assertThatThrownBy(() -> unwaited(() -> given(another))).hasMessageContaining("lock timeout");
      return "";
    });
  }

  private boolean locks(String number) {
    return unwaited(() -> {
      giving.lock(academy.id(), numbered(number), List.of());
      return true;
    });
  }

  private List<Issued> atOnce(IntFunction<Wish> wishes) throws Exception {
    var start = new CyclicBarrier(THREADS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, THREADS)
              .mapToObj(wishes)
              .map(wish ->
                  (Callable<Issued>)
                      () -> {
                        start.await();
                        return giving.one("person:test", academy.id(), wish);
                      })
              .map(threads::submit)
              .toList();
      var given = new java.util.ArrayList<Issued>();
      for (var one : all) {
        given.add(one.get());
      }
      return given;
    }
  }

  private Issued given(EmailAddress to) {
    return giving.one("person:test", academy.id(), wish(to, UUID.randomUUID()));
  }

  private <T> T inTransaction(Supplier<T> work) {
    var template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return Objects.requireNonNull(template.execute(_ -> work.get()));
  }

  /** In a transaction of its own, which fails where it would have to wait for another. */
  private <T> T unwaited(Supplier<T> work) {
    return inTransaction(() -> {
      db.sql("set local lock_timeout = '200ms'").update();
      return work.get();
    });
  }

  private long issued() {
    return db.sql("select count(*) from credential where organisation_id = ?")
        .param(academy.id().value())
        .query(Long.class)
        .single();
  }

  private static EmailAddress mailbox() {
    return EmailAddress.of("ana-" + Ids.next() + "@example.org");
  }

  private Wish wish(EmailAddress to, UUID request) {
    return wish("exam.a", to, request);
  }

  private Wish wish(String exam, EmailAddress to, UUID request) {
    return wish(exam, new Recipient(to, "Ana", "Núñez", Language.ES, ""), request);
  }

  private Wish numbered(String number) {
    var person = new Recipient(mailbox(), "Ana", "Núñez", Language.ES, number);
    return wish("exam.a", person, UUID.randomUUID());
  }

  private Wish wish(String exam, Recipient to, UUID request) {
    return new Wish(
        achievements.of(academy.id(), exam).orElseThrow().id(),
        to,
        Instant.parse("2026-03-04T00:00:00Z"),
        null,
        Details.NONE,
        request,
        0);
  }
}
