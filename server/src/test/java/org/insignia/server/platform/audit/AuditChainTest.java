package org.insignia.server.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class AuditChainTest {
  @Autowired Audit audit;
  @Autowired AuditChain chain;
  @Autowired AuditTrail trail;
  @Autowired AuditStore store;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  private final UUID organisation = UUID.randomUUID();

  @Test
  void lines_of_many_writers_are_tied_into_one_chain() throws Exception {
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      writers
          .invokeAll(
              IntStream.range(0, 40)
                  .<Callable<Void>>mapToObj(i ->
                      () -> {
                        audit.record("test", organisation, "test.chain", "n:" + i, "line " + i);
                        chain.once();
                        return null;
                      })
                  .toList())
          .forEach(AuditChainTest::end);
    }
    Until.holds(() -> loose() == 0);
    assertThat(numbers().distinct().count()).isEqualTo(40);
    assertThat(chain.check()).isInstanceOf(AuditChain.Whole.class);
  }

  private static void end(java.util.concurrent.Future<Void> future) {
    try {
      future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void who_writes_a_line_waits_for_nobody_and_is_tied_after_the_commit() {
    transaction.executeWithoutResult(status -> {
      audit.record("test", organisation, "test.open", "n:1", "not committed");
      var other = new Thread(chain::once);
      other.start();
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      assertThat(loose()).isEqualTo(1);
    });
    Until.holds(() -> loose() == 0);
  }

  /** With the guard of the database out of the way, as somebody who owns the machine has it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_line set detail = 'another' where id = ?",
        "update audit_line set actor = 'person:other' where id = ?",
        "update audit_line set at = at - interval '1 hour' where id = ?",
        "delete from audit_line where id = ?"
      })
  void whatever_is_altered_or_taken_out_is_found(String crime) {
    audit.record("test", organisation, "test.crime", "n:1", "as it was");
    audit.record("test", organisation, "test.after", "n:2", "later");
    Until.holds(() -> loose() == 0);
    var line = trail.find(organisation, all(), 10).lines().getLast();
    var found =
        transaction.execute(status -> {
          db.sql("alter table audit_line disable trigger audit_line_is_kept").update();
          db.sql(crime).param(line.id()).update();
          status.setRollbackOnly();
          return chain.check();
        });
    assertThat(found).isInstanceOf(AuditChain.Broken.class);
    assertThat(((AuditChain.Broken) found).number()).isEqualTo(line.number());
    assertThat(chain.check()).isInstanceOf(AuditChain.Whole.class);
  }

  @Test
  void a_cut_end_is_found_by_the_head() {
    audit.record("test", organisation, "test.end", "n:1", "the last");
    Until.holds(() -> loose() == 0);
    var found =
        transaction.execute(status -> {
          db.sql("alter table audit_line disable trigger audit_line_is_kept").update();
          db.sql("delete from audit_line where number = (select number from audit_head)").update();
          status.setRollbackOnly();
          return chain.check();
        });
    assertThat(found).isInstanceOf(AuditChain.Broken.class);
  }

  @Test
  void the_database_lets_nobody_change_a_line() {
    audit.record("test", organisation, "test.kept", "n:1", "kept");
    Until.holds(() -> loose() == 0);
    for (var crime :
        new String[] {
          "update audit_line set detail = 'x' where organisation_id = ?",
          "update audit_line set number = null, hash = null where organisation_id = ?",
          "delete from audit_line where organisation_id = ?"
        }) {
      assertThatThrownBy(() -> db.sql(crime).param(organisation).update())
          .as(crime)
          .hasMessageContaining("audit line");
    }
  }

  @Test
  void a_question_looks_at_some_lines_at_a_time_and_goes_on_where_it_ended() {
    for (int i = 0; i < 10; i++) {
      audit.record("test", organisation, i % 4 == 1 ? "test.rare" : "test.usual", "n:" + i, "");
    }
    var some = new AuditTrail(store, 3);
    var wish =
        new AuditWish("", "test.rare", "", Instant.EPOCH, Instant.now().plusSeconds(60), null);
    var found = new java.util.ArrayList<String>();
    int pages = 0;
    for (var on = wish; on != null; pages++) {
      var page = some.find(organisation, on, 5);
      page.lines().forEach(line -> found.add(line.subject()));
      on = page.next() == null ? null : wish.after(page.next());
    }
    assertThat(found).containsExactly("n:9", "n:5", "n:1");
    assertThat(pages).isEqualTo(4);
    assertThat(some.find(organisation, wish, 2, 100))
        .extracting(AuditLine::subject)
        .containsExactly("n:9", "n:5");
    assertThat(some.find(organisation, wish, 5, 6)).hasSize(2);
    assertThat(trail.find(organisation, wish, 3).next()).isNull();
    assertThat(trail.find(organisation, wish, 2).next()).isNotNull();
  }

  private static AuditWish all() {
    return new AuditWish("", "", "", Instant.EPOCH, Instant.now().plusSeconds(60), null);
  }

  private java.util.stream.Stream<Long> numbers() {
    return trail.find(organisation, all(), 100).lines().stream().map(AuditLine::number);
  }

  private int loose() {
    return db.sql("select count(*) from audit_line where organisation_id = ? and number is null")
        .param(organisation)
        .query(Integer.class)
        .single();
  }
}
