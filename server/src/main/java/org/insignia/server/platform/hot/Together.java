package org.insignia.server.platform.hot;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks for many what many want to know at the same moment. Nothing is kept: whoever asks gets what
 * was read after they asked. Alone one is answered at once; under load those who come while others
 * are being answered wait for one question that is then put for all of them.
 *
 * <p>The question is put outside of the caller's transaction, so this is for those who have none.
 */
public final class Together<K, V> {
  /** One question at a time gathers most; where it takes long, others are put beside it. */
  private static final int LANES = 4;

  private static final Duration LONG = Duration.ofMillis(20);
  private static final int MOST_AT_ONCE = 200;

  private final Function<Collection<K>, Map<K, V>> source;
  private final long longNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Asking<K, V>> waiting = new ArrayDeque<>();
  private int busy;
  private long lastBegun;

  /** One who waits: told the answer, or that it is their turn to ask for all. */
  private record Asking<K, V>(K key, CompletableFuture<Turn<V>> told) {}

  private sealed interface Turn<V> {}

  private record Answer<V>(@Nullable V value) implements Turn<V> {}

  private record YourTurn<V>() implements Turn<V> {}

  /**
   * @param source answers for several at once and leaves out what it does not know
   */
  public Together(Function<Collection<K>, Map<K, V>> source) {
    this(source, LONG);
  }

  /**
   * @param patience how long one question may take before another is put beside it
   */
  Together(Function<Collection<K>, Map<K, V>> source, Duration patience) {
    this.source = source;
    this.longNanos = patience.toNanos();
  }

  /** What is there now. */
  public Optional<V> of(K key) {
    var mine = new Asking<K, V>(key, new CompletableFuture<>());
    boolean first;
    lock.lock();
    try {
      long now = System.nanoTime();
      first = busy == 0 || busy < LANES && now - lastBegun >= longNanos;
      if (first) {
        busy++;
        lastBegun = now;
      } else {
        waiting.add(mine);
      }
    } finally {
      lock.unlock();
    }
    if (!first) {
      switch (told(mine)) {
        case Answer<V> answer -> {
          return Optional.ofNullable(answer.value());
        }
        case YourTurn<V> turn -> {}
      }
    }
    return Optional.ofNullable(askFor(mine));
  }

  private static <V> Turn<V> told(Asking<?, V> mine) {
    try {
      return mine.told().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private @Nullable V askFor(Asking<K, V> mine) {
    var others = List.<Asking<K, V>>of();
    try {
      others = taken();
      var keys = new LinkedHashSet<K>();
      keys.add(mine.key());
      others.forEach(o -> keys.add(o.key()));
      var found = source.apply(keys);
      others.forEach(o -> o.told().complete(new Answer<>(found.get(o.key()))));
      return found.get(mine.key());
    } catch (RuntimeException | Error e) {
      others.forEach(o -> o.told().completeExceptionally(e));
      throw e;
    } finally {
      handOn();
    }
  }

  private List<Asking<K, V>> taken() {
    lock.lock();
    try {
      var taken = new ArrayList<Asking<K, V>>();
      while (taken.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
        taken.add(waiting.remove());
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void handOn() {
    Asking<K, V> next;
    lock.lock();
    try {
      next = waiting.poll();
      if (next == null) {
        busy--;
      } else {
        lastBegun = System.nanoTime();
      }
    } finally {
      lock.unlock();
    }
    if (next != null) {
      next.told().complete(new YourTurn<>());
    }
  }

  /** How many wait for their turn. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
