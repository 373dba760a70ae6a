package org.insignia.server.platform.problem;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something the caller has to know about and can act on. Only the web shell knows its HTTP status.
 */
public abstract sealed class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Problem(String detail) {
    super(detail, null, false, false);
  }

  /** What was wrong, with the values that decided, in English; fit for an API answer. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** There is no such thing, or the caller may not know that there is. */
  public static final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail what was looked for
     */
    public NotFound(String detail) {
      super(detail);
    }
  }

  /** The caller did not show who they are. */
  public static final class Unauthenticated extends Problem {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail what has to be shown
     */
    public Unauthenticated(String detail) {
      super(detail);
    }
  }

  /** The caller is known and may see the thing, but may not do this. */
  public static sealed class Forbidden extends Problem permits Suspended {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail the right that is missing
     */
    public Forbidden(String detail) {
      super(detail);
    }
  }

  /** The state of things does not allow it. */
  public static sealed class Conflict extends Problem permits Damaged {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail the state that stands in the way and what to do
     */
    public Conflict(String detail) {
      super(detail);
    }
  }

  /** The request cannot even be read. */
  public static final class Unreadable extends Problem {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail what is wrong with its form and where
     */
    public Unreadable(String detail) {
      super(detail);
    }
  }

  /** The operator stopped the organisation that this is of. */
  public static final class Suspended extends Forbidden {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail the operator's reason
     */
    public Suspended(String detail) {
      super(detail);
    }
  }

  /** What is stored of it is not what was signed: nothing is shown rather than something wrong. */
  public static final class Damaged extends Conflict {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail which record
     */
    public Damaged(String detail) {
      super(detail);
    }
  }

  /** A value of the input cannot be taken, or several cannot. */
  public static final class Invalid extends Problem {
    private static final long serialVersionUID = 1L;
    private final List<Fault> faults;

    /**
     * One of the values.
     *
     * @param field name of the form field or parameter, or JSON Pointer
     * @param detail what is wrong and what would be right
     */
    public record Fault(String field, String detail) implements Serializable {
      private static final long serialVersionUID = 1L;
    }

    /**
     * @param field name of the form field or JSON Pointer
     * @param detail what is wrong and what would be right
     */
    public Invalid(String field, String detail) {
      super(detail);
      this.faults = List.of(new Fault(field, detail));
    }

    /**
     * @param faults all that is wrong; one at least
     */
    public Invalid(List<Fault> faults) {
      super(
          faults.stream()
              .map(f -> f.field().isEmpty() ? f.detail() : f.field() + ": " + f.detail())
              .collect(Collectors.joining("; ")));
      this.faults = List.copyOf(faults);
    }

    /** Name of the form field or JSON Pointer of the first of them. */
    public String field() {
      return faults.getFirst().field();
    }

    /** All that is wrong. */
    public List<Fault> faults() {
      return faults;
    }
  }

  /** Too much of it; later it may work. */
  public static final class TooMany extends Problem {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    /**
     * @param retryAfter the time to wait, rounded up to seconds in the answer
     */
    public TooMany(Duration retryAfter, String detail) {
      super(detail);
      this.retryAfter = retryAfter;
    }

    /** The time to wait. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }
}
