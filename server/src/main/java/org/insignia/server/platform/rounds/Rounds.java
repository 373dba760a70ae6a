package org.insignia.server.platform.rounds;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.insignia.server.platform.rounds.Outcome.Answered;
import org.insignia.server.platform.rounds.Outcome.Later;
import org.insignia.server.platform.rounds.Outcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Answers questions in rounds, one round at a time. Who asks while nobody is at it goes alone and
 * at once; those who come meanwhile wait and are the next round, which one of them leads in their
 * own thread. So a quiet server answers as fast as without rounds, and the busier it is, the more
 * share the cost of one.
 *
 * <p>Nobody is told an answer before the work of their round returned, and a question is never part
 * of a round that began before it was asked.
 *
 * @param <Q> what is asked
 * @param <A> what answers it
 */
public final class Rounds<Q, A> {
  private final Work<Q, A> work;
  private final int size;
  private final int mostWaiting;
  private final long pauseNanos;
  private final ReentrantLock gate = new ReentrantLock();
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private boolean atWork;
  private boolean company;
  private long begun = System.nanoTime();

  /**
   * @param size the most questions of a round
   * @param mostWaiting who comes when as many wait is told so at once
   * @param pause where several ask at once, a round begins no sooner after the one before
   */
  public Rounds(Work<Q, A> work, int size, int mostWaiting, Duration pause) {
    this.work = work;
    this.size = size;
    this.mostWaiting = mostWaiting;
    this.pauseNanos = pause.toNanos();
  }

  /**
   * What is done for a round.
   *
   * @param <Q> what is asked
   * @param <A> what answers it
   */
  public interface Work<Q, A> {
    /**
     * Answers these.
     *
     * @param questions one or more; the first is not put off
     * @return in the same order
     */
    List<Outcome<A>> answers(List<Q> questions);
  }

  /** One who asks. */
  private final class Turn {
    private final Q question;
    private final Semaphore bell = new Semaphore(0);
    private @Nullable Outcome<A> outcome;

    private Turn(Q question) {
      this.question = question;
    }

    /** Rung without an outcome, it is this one's turn to lead. */
    private void ring() {
      bell.release();
    }
  }

  /**
   * Asks, and waits for the answer; an interruption is not heard meanwhile.
   *
   * @throws TransientDataAccessResourceException where too many wait
   */
  public A ask(Q question) {
    var mine = new Turn(question);
    if (!enter(mine)) {
      mine.bell.acquireUninterruptibly();
    }
    if (mine.outcome == null) {
      lead(mine);
    }
    return switch (mine.outcome) {
      case Answered<A>(A answer) -> answer;
      case Refused<A>(RuntimeException why) -> throw why;
      case Later<A> _ -> throw new IllegalStateException("the first of a round was put off");
      case null -> throw new IllegalStateException("a round left a question without an outcome");
    };
  }

  /** True for who leads at once. */
  private boolean enter(Turn mine) {
    gate.lock();
    try {
      if (waiting.size() >= mostWaiting) {
        throw new TransientDataAccessResourceException(mostWaiting + " wait for a round already");
      }
      waiting.add(mine);
      boolean first = !atWork;
      atWork = true;
      return first;
    } finally {
      gate.unlock();
    }
  }

  /** How many wait for a round. */
  int waiting() {
    gate.lock();
    try {
      return waiting.size();
    } finally {
      gate.unlock();
    }
  }

  private void lead(Turn mine) {
    try {
      gather();
      settle(mine, taken());
    } finally {
      passOn();
    }
  }

  /** Where the last round was of several, a moment's wait makes this one larger. */
  private void gather() {
    long left = pauseNanos - (System.nanoTime() - begun);
    if (company && left > 0) {
      LockSupport.parkNanos(left);
    }
    begun = System.nanoTime();
  }

  /** Who leads is the first of them. */
  private List<Turn> taken() {
    gate.lock();
    try {
      var round = new ArrayList<Turn>();
      while (round.size() < size && !waiting.isEmpty()) {
        round.add(waiting.poll());
      }
      company = round.size() > 1;
      return round;
    } finally {
      gate.unlock();
    }
  }

  private void settle(Turn mine, List<Turn> round) {
    List<Outcome<A>> outcomes = List.of();
    try {
      outcomes = outcomes(round);
    } finally { // an Error passes through here: those who wait must not wait for ever
      var putOff = new ArrayList<Turn>();
      for (int i = 0; i < round.size(); i++) {
        var turn = round.get(i);
        var outcome = i < outcomes.size() ? outcomes.get(i) : brokenOff();
        if (outcome instanceof Later && i > 0) {
          putOff.add(turn);
        } else {
          turn.outcome = outcome;
          if (turn != mine) {
            turn.ring();
          }
        }
      }
      putBack(putOff);
    }
  }

  private List<Outcome<A>> outcomes(List<Turn> round) {
    try {
      return work.answers(round.stream().map(turn -> turn.question).toList());
    } catch (RuntimeException e) {
      return Collections.nCopies(round.size(), new Refused<>(e));
    }
  }

  private Outcome<A> brokenOff() {
    return new Refused<>(new IllegalStateException("the round was broken off"));
  }

  private void putBack(List<Turn> putOff) {
    gate.lock();
    try {
      putOff.reversed().forEach(waiting::addFirst);
    } finally {
      gate.unlock();
    }
  }

  private void passOn() {
    gate.lock();
    try {
      var next = waiting.peek();
      if (next == null) {
        atWork = false;
      } else {
        next.ring();
      }
    } finally {
      gate.unlock();
    }
  }
}
