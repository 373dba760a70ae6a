package org.insignia.server.platform.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.fsck.Examination;
import org.insignia.server.platform.fsck.Probe.Scope;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.jobs.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Examinations that the server makes of itself: one every day, of every document, and whenever an
 * operator asks. One is under way at a time, on one node; a node that dies leaves it to another.
 */
@Component
public class CheckUps {
  private static final Logger LOG = LoggerFactory.getLogger(CheckUps.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final CheckUpStore store;
  private final Examination examination;
  private final Audit audit;
  private final Clock clock;
  private final ObjectProvider<Worker> worker;

  CheckUps(
      CheckUpStore store,
      Examination examination,
      Audit audit,
      Clock clock,
      @Qualifier("checkUpWorker") ObjectProvider<Worker> worker) {
    this.store = store;
    this.examination = examination;
    this.audit = audit;
    this.clock = clock;
    this.worker = worker;
  }

  /**
   * Asks for one; while another waits or is under way, that is the one.
   *
   * @param everything whether every signed document is verified
   */
  @Transactional
  public void ask(String actor, boolean everything) {
    var id = Ids.next();
    if (store.ask(id, actor, everything)) {
      audit.record(actor, null, "server.check-up", "check-up:" + id, everything ? "all" : "sample");
    }
  }

  /** Begins at once instead of within a second. */
  public void wake() {
    worker.getObject().wake();
  }

  /** The one that waits or is under way. */
  public Optional<CheckUp> open() {
    return store.open();
  }

  /** The one that was done last. */
  public Optional<CheckUp> last() {
    return store.last();
  }

  /** Whether the one that was done last found all as it must be; empty before the first. */
  public Optional<Boolean> lastSound() {
    return last().map(last -> last.report() != null && last.report().sound());
  }

  /** How many rules there are. */
  public int rules() {
    return examination.rules();
  }

  /** Makes the one that waits, if there is one. */
  boolean once() {
    var taken = store.take();
    taken.ifPresent(this::make);
    return taken.isPresent();
  }

  private void make(CheckUp checkUp) {
    var heard = new Pace(checkUp.id());
    var report =
        examination.of(
            Scope.of(checkUp.everything(), clock.instant()),
            (done, rule, rows) -> heard.beat(done, rule.key(), rows));
    store.end(checkUp.id(), report);
    if (!report.sound()) {
      LOG.error(
          "the check of all that is stored found {} rows that break a rule; see /console/health",
          report.broken());
    }
  }

  /** Writes down how far it is, once a second. */
  private final class Pace {
    private final UUID id;
    private Instant last = Instant.EPOCH;

    Pace(UUID id) {
      this.id = id;
    }

    boolean beat(int done, String rule, long rows) {
      var now = clock.instant();
      if (now.isBefore(last.plus(BEAT))) {
        return true;
      }
      last = now;
      return store.beat(id, done, rule, rows);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    Worker checkUpWorker(CheckUps checkUps) {
      return new Worker("check-up", checkUps::once);
    }

    @Bean
    Sweep dailyCheckUp(CheckUps checkUps) {
      return new Sweep() {
        @Override
        public String name() {
          return "daily-check-up";
        }

        @Override
        public Duration every() {
          return Duration.ofDays(1);
        }

        @Override
        public boolean piece(Instant now) {
          checkUps.ask("worker:daily-check-up", true);
          return false;
        }
      };
    }
  }
}
