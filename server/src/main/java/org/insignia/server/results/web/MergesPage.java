package org.insignia.server.results.web;

import java.time.Instant;
import java.util.List;

/** Pairs of candidate records that may be one person, and merges that were done. */
public record MergesPage(
    String slug,
    String organisation,
    boolean mayDecide,
    int open,
    List<Pair> pairs,
    List<Past> past,
    String earlier,
    String later) {
  public MergesPage {
    pairs = List.copyOf(pairs);
    past = List.copyOf(past);
  }

  /** Two records and what speaks for their being one person. */
  public record Pair(String id, String name, List<String> evidence, List<Side> sides) {
    public Pair {
      evidence = List.copyOf(evidence);
      sides = List.copyOf(sides);
    }
  }

  /** One record; empty texts where nothing is known. */
  public record Side(
      String name,
      String mail,
      String born,
      String provider,
      String number,
      String language,
      boolean account,
      List<Exam> exams) {
    public Side {
      exams = List.copyOf(exams);
    }
  }

  /**
   * A sitting.
   *
   * @param standing key of what keeps it from counting; empty where it counts
   */
  public record Exam(String code, Instant taken, String tone, String outcome, String standing) {}

  /**
   * A merge.
   *
   * @param undone when it was taken back; empty while it is in force
   */
  public record Past(
      String id, String people, Instant when, List<String> why, List<Instant> undone) {
    public Past {
      why = List.copyOf(why);
      undone = List.copyOf(undone);
    }
  }
}
