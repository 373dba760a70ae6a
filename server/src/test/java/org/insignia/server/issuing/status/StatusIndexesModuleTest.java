package org.insignia.server.issuing.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class StatusIndexesModuleTest {
  @Autowired private StatusIndexes indexes;
  @Autowired private StatusListStore store;
  @Autowired private TestBadges badges;
  @Autowired private JdbcClient db;
  @Autowired private PlatformTransactionManager transactions;

  private OrganisationId academy;

  @BeforeEach
  void an_academy() {
    academy = badges.academy().id();
  }

  @Test
  void one_who_takes_after_the_other_takes_from_one_list() {
    Set<UUID> lists = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      lists.add(inTransaction(this::list));
    }
    assertThat(lists).hasSize(1);
  }

  @Test
  void those_who_take_at_once_take_from_a_list_each_and_wait_when_these_are_many() {
    for (int number = 1; number <= StatusIndexes.OPEN_LISTS; number++) {
      store.insert(Ids.next(), academy, number, Shuffle.randomKey(new SecureRandom()));
    }
    Set<UUID> lists = new HashSet<>();
    nested(StatusIndexes.OPEN_LISTS, lists);
    assertThat(lists).hasSize(StatusIndexes.OPEN_LISTS);
    assertThat(count()).isEqualTo(StatusIndexes.OPEN_LISTS);
    assertThat(lists).contains(inTransaction(this::list));
  }

  /** Each transaction is open within the one before. */
  private void nested(int more, Set<UUID> lists) {
    inTransaction(() -> {
      if (more == 0) {
        db.sql("set local lock_timeout = '100ms'").update();
        assertThatThrownBy(this::list).hasMessageContaining("lock timeout");
        return "";
      }
      lists.add(list());
      nested(more - 1, lists);
      return "";
    });
  }

  private UUID list() {
    return indexes.take(academy, 1).getFirst().list();
  }

  private long count() {
    return db.sql("select count(*) from status_list where organisation_id = ?")
        .param(academy.value())
        .query(Long.class)
        .single();
  }

  private <T> T inTransaction(Supplier<T> work) {
    var template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return java.util.Objects.requireNonNull(template.execute(_ -> work.get()));
  }
}
