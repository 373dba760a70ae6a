package org.insignia.server.platform.jobs;

import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One kind of background work, done step by step until nothing is left. Work is found in a table
 * and taken there with {@code for update skip locked}, so it survives a crash and any number of
 * nodes may run the same worker.
 */
public final class Worker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final int POLL_MILLIS = 1000;
  private static final int MAX_PAUSE_MILLIS = 30_000;

  /** A round begins no sooner after the one before, so that many who ring are served together. */
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** One bounded piece of work, in a transaction of its own. */
  public interface Step {
    /** Does one piece; true if there was something to do, so that it is called again at once. */
    boolean once();
  }

  private final String name;
  private final Step step;
  private final Semaphore bell = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private volatile int failures;
  private volatile String problem = "";
  private volatile @Nullable Instant workedAt;

  /**
   * @param name for logs and thread names, for example {@code intake}
   */
  public Worker(String name, Step step) {
    this.name = name;
    this.step = step;
  }

  /**
   * How it fares on this node.
   *
   * @param failures in a row, up to now; 0 where the last step was done
   * @param problem what the last failure was; empty where there is none
   * @param workedAt when it last did something; null: not since the start
   */
  public record Look(
      String name, boolean running, int failures, String problem, @Nullable Instant workedAt) {}

  /** How it fares on this node. */
  public Look look() {
    return new Look(name, isRunning(), failures, problem, workedAt);
  }

  /** Says that there may be something to do; without it the worker looks once a second. */
  public void wake() {
    bell.release();
  }

  @Override
  public void start() {
    var begun = Thread.ofVirtual().name("worker-" + name).unstarted(this::run);
    thread = begun; // before it runs: it ends as soon as it sees none
    begun.start();
  }

  @Override
  public void stop() {
    var running = thread;
    thread = null;
    if (running == null) {
      return;
    }
    bell.release();
    try {
      running.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (isRunning()) {
      long begun = System.nanoTime();
      try {
        while (isRunning() && step.once()) {
          workedAt = Instant.now();
          succeeded();
        }
        succeeded();
      } catch (RuntimeException e) {
        failed(e);
      }
      pause(failures == 0 ? POLL_MILLIS : Math.min(MAX_PAUSE_MILLIS, 250 << Math.min(failures, 7)));
      gather(begun);
    }
  }

  private void succeeded() {
    failures = 0;
    problem = "";
  }

  private void failed(RuntimeException e) {
    int inARow = failures + 1;
    problem = e.getClass().getSimpleName() + ": " + e.getMessage();
    failures = inARow;
    LOG.warn("worker {} failed {} times in a row and tries again", name, inARow, e);
  }

  private void gather(long begun) {
    long left = ROUND_NANOS - (System.nanoTime() - begun);
    if (left > 0 && isRunning()) {
      LockSupport.parkNanos(left);
      bell.drainPermits();
    }
  }

  private void pause(int millis) {
    try {
      if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread = null;
    }
  }
}
