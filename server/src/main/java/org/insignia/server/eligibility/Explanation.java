package org.insignia.server.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a badge was given or not, for people: what is required, what holds, what is missing and why.
 *
 * @param title of the exam or certification; the uid where it is unknown
 * @param earnedAt since when it is held, also where it gives no badge; null where it is not
 * @param instead certifications that are given in place of an exam badge, or that need the exam
 * @param lastDay the last day on which it can still be earned; null where there is none
 * @param tree what is required; null where that is not known
 */
public record Explanation(
    String uid,
    String title,
    Outcome outcome,
    @Nullable Instant earnedAt,
    @Nullable Instant validUntil,
    @Nullable LocalDate lastDay,
    List<Named> instead,
    @Nullable Node tree) {
  public Explanation {
    instead = List.copyOf(instead);
  }

  /** What came out. Names are keys of texts. */
  public enum Outcome {
    EARNED,
    /** Something that is required is missing. */
    MISSING,
    /** Everything was passed, but the certification had ended before. */
    COMPLETED_TOO_LATE,
    /** Legacy entries give no badge. */
    LEGACY,
    /** What is required is not known, so that nothing is decided. */
    UNDECIDED,
    /** The exam gives a certification at once, whose badge is given in its place. */
    CERTIFICATION_INSTEAD,
    /** No certification needs the exam. */
    NOT_NEEDED,
    /** The organisation gives no exam badges. */
    NO_EXAM_BADGES,
    /** Not in the catalogue. */
    UNKNOWN
  }

  /** Something of the catalogue by name. */
  public record Named(String uid, String title) {}

  /**
   * One part of what is required.
   *
   * @param label the exam or certification; empty for a combination
   * @param needed how many parts of a combination are needed; 1 for others
   * @param held how many of them hold
   * @param since when it was met
   */
  public record Node(
      Shape shape,
      String uid,
      String label,
      boolean holds,
      int needed,
      int held,
      @Nullable Instant since,
      List<Note> notes,
      List<Node> parts) {
    public Node {
      notes = List.copyOf(notes);
      parts = List.copyOf(parts);
    }
  }

  /** What kind of part. */
  public enum Shape {
    EXAM,
    CERTIFICATION,
    ALL,
    ANY,
    AT_LEAST
  }

  /**
   * A reason at an exam or certification.
   *
   * @param result the result it is about, if one
   * @param at when that was taken
   * @param day the exam's last day, where that is the reason
   */
  public record Note(
      Reason reason, @Nullable UUID result, @Nullable Instant at, @Nullable LocalDate day) {}

  /** Why something holds or not. Names are keys of texts. */
  public enum Reason {
    PASSED,
    /** Passed again; the earlier pass decides. */
    PASSED_AGAIN,
    FAILED,
    NO_SHOW,
    NO_RESULT,
    HELD,
    PENDING,
    REVOKED,
    /** It was held, and staff decided that it does not count. */
    DROPPED,
    AFTER_RETIREMENT,
    /** No result at all. */
    NOT_TAKEN,
    /** It can no longer be taken. */
    RETIRED,
    /** The catalogue does not know it. */
    UNKNOWN_ENTRY,
    LEGACY,
    UNDECIDED
  }
}
