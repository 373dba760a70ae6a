package org.insignia.server.verification;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.insignia.server.platform.attempts.Network;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Lets only so many verifications run at once on this node: a few for each client, so that nobody
 * keeps the others out, and not more in all than the processors can serve.
 */
@Component
public final class Turnstile {
  private static final int PER_CLIENT = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Semaphore all =
      new Semaphore(Math.max(6, 3 * Runtime.getRuntime().availableProcessors()), true);
  private final ConcurrentHashMap<Network, Integer> inside = new ConcurrentHashMap<>();

  /**
   * Does the work as soon as there is room.
   *
   * @param client the network address that asks
   * @throws Problem.TooMany if this client has three at work, or there was no room for three
   *     seconds
   */
  public <T> T enter(String client, Supplier<T> work) {
    var network = Network.of(client);
    if (inside.merge(network, 1, Integer::sum) > PER_CLIENT) {
      leave(network);
      throw new Problem.TooMany(RETRY, "more than " + PER_CLIENT + " verifications at once");
    }
    try {
      if (!all.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Problem.TooMany(RETRY, "too many verifications at once");
      }
      try {
        return work.get();
      } finally {
        all.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem.TooMany(RETRY, "interrupted");
    } finally {
      leave(network);
    }
  }

  private void leave(Network network) {
    inside.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
  }
}
