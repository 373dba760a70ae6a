package org.insignia.server.platform.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Has every {@link Sweep} done when it is due, by one node at a time. */
final class Sweeping implements Worker.Step {
  private final SweepStore store;
  private final Map<String, Sweep> sweeps;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sweeping(SweepStore store, List<Sweep> sweeps, TransactionTemplate transaction, Clock clock) {
    this.store = store;
    this.sweeps = sweeps.stream().collect(Collectors.toMap(Sweep::name, Function.identity()));
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public boolean once() {
    return once(clock.instant());
  }

  boolean once(Instant now) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var due = store.takeDue(sweeps.keySet(), now);
          if (due.isEmpty()) {
            return false;
          }
          var sweep = java.util.Objects.requireNonNull(sweeps.get(due.get()));
          // Where there is more it stays due; what fails rolls back and stays due as well.
          if (!sweep.piece(now)) {
            store.next(sweep.name(), now.plus(sweep.every()));
          }
          return true;
        }));
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    Worker sweepingWorker(
        SweepStore store, List<Sweep> sweeps, TransactionTemplate transaction, Clock clock) {
      return new Worker("sweeping", new Sweeping(store, sweeps, transaction, clock));
    }
  }
}
