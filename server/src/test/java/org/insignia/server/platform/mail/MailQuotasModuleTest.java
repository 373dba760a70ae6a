package org.insignia.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class MailQuotasModuleTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  @Autowired MailQuotaStore store;
  @Autowired MailDays days;
  @Autowired Clock clock;
  @Autowired TransactionTemplate transaction;

  private final UUID organisation = UUID.randomUUID();

  private int take(int wanted, long most) {
    Integer room = transaction.execute(status -> store.take(organisation, DAY, wanted, most));
    return room == null ? -1 : room;
  }

  @Test
  void there_is_room_up_to_the_limit_and_what_is_given_back_is_there_again() {
    assertThat(Stream.of(5, 5, 5).map(wanted -> take(wanted, 7))).containsExactly(5, 2, 0);
    store.giveBack(organisation, DAY, 3);
    assertThat(take(5, 7)).isEqualTo(3);
    assertThat(store.count(organisation, DAY)).isEqualTo(7);
    assertThat(take(5, 2)).as("a limit below what went out").isZero();
    assertThat(store.count(organisation, DAY.plusDays(1))).isZero();
  }

  @Test
  void days_that_are_over_are_forgotten_and_the_present_one_is_not() {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (var day : List.of(today.minusDays(8), today.minusDays(1), today)) {
      transaction.execute(status -> store.take(organisation, day, 3, 7));
    }
    while (days.piece(now)) {
      // Until there is no more of it.
    }
    assertThat(Stream.of(8, 1, 0).map(ago -> store.count(organisation, today.minusDays(ago))))
        .containsExactly(0L, 3L, 3L);
  }

  @Test
  void nodes_that_ask_at_the_same_moment_stay_within_it_together() throws Exception {
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      Callable<Integer> node =
          () -> Stream.generate(() -> take(3, 100)).limit(20).mapToInt(Integer::intValue).sum();
      int all = 0;
      for (var sum : nodes.invokeAll(Stream.generate(() -> node).limit(4).toList())) {
        all += sum.get();
      }
      assertThat(all).isEqualTo(100);
    }
  }
}
