package org.insignia.server.sharing.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void nothing_is_lost_or_counted_twice_while_it_is_taken_away() throws Exception {
    var tally = new Tally<ReachStore.Key>();
    // Enough that some share a place of the table: such a key can be met twice on one way through.
    var keys = Stream.generate(TallyTest::key).limit(12).toArray(ReachStore.Key[]::new);
    var taken = new AtomicLong();
    int writers = 8;
    int each = 20_000;
    var done = new CountDownLatch(writers);
    for (int w = 0; w < writers; w++) {
      Thread.ofPlatform()
          .start(() -> {
            for (int i = 0; i < each; i++) {
              tally.add(keys[i % keys.length], 1);
            }
            done.countDown();
          });
    }
    while (done.getCount() > 0) {
      tally.take().values().forEach(taken::addAndGet);
    }
    done.await();
    tally.take().values().forEach(taken::addAndGet);
    assertThat(taken.get()).isEqualTo((long) writers * each);
    assertThat(tally.take()).isEmpty();
  }

  @Test
  void it_never_grows_beyond_what_a_second_brings() {
    var tally = new Tally<ReachStore.Key>();
    for (int i = 0; i < 60_000; i++) {
      tally.add(key(), 1);
    }
    assertThat(tally.take()).hasSizeBetween(49_000, 50_001);
  }

  private static ReachStore.Key key() {
    return new ReachStore.Key(
        new CredentialId(UUID.randomUUID()),
        LocalDate.of(2026, 3, 4),
        Event.VIEW,
        new OrganisationId(UUID.randomUUID()),
        new AchievementId(UUID.randomUUID()));
  }
}
