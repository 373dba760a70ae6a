package org.insignia.server.platform.fsck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** Collects what one rule saw: how many rows, and which of them are broken. */
public final class Probe {
  /** How many violations of one rule are kept with their ids; the others are counted. */
  public static final int KEPT = 100;

  private final Scope scope;
  private final LongConsumer progress;
  private final List<Violation> kept = new ArrayList<>();
  private long rows;
  private long broken;

  /**
   * How much is looked at.
   *
   * @param everything whether every signed document is verified, not only a sample of them
   * @param now the moment against which ages are measured
   * @param wanted of which violations the ids are kept; all others are counted only
   */
  public record Scope(boolean everything, Instant now, Predicate<Violation> wanted) {
    /** Keeps whatever comes first. */
    public static Scope of(boolean everything, Instant now) {
      return new Scope(everything, now, violation -> true);
    }
  }

  /** Thrown where whoever asked no longer wants to know. */
  static final class Stopped extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("whoever asked for the examination no longer waits for it");
    }
  }

  /**
   * @param progress told the number of rows after each stretch
   */
  Probe(Scope scope, LongConsumer progress) {
    this.scope = scope;
    this.progress = progress;
  }

  /** How much is to be looked at. */
  public Scope scope() {
    return scope;
  }

  /** So many more rows were looked at. */
  public void looked(long more) {
    rows += more;
    progress.accept(rows);
  }

  /** This is wrong. */
  public void broken(String subject, String what) {
    broken++;
    var violation = new Violation(subject, what);
    if (kept.size() < KEPT && scope.wanted().test(violation)) {
      kept.add(violation);
    }
  }

  long rows() {
    return rows;
  }

  long brokenRows() {
    return broken;
  }

  List<Violation> kept() {
    return List.copyOf(kept);
  }
}
