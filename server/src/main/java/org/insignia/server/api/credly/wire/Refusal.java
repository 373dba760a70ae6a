package org.insignia.server.api.credly.wire;

import java.util.Map;

/** An answer that is no success, with a status and words that clients of this tree know. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Map<String, Object> metadata;

  private Refusal(int status, String message, Map<String, Object> metadata) {
    super(message, null, false, false);
    this.status = status;
    this.metadata = Map.copyOf(metadata);
  }

  /** The request cannot be read at all. */
  public static Refusal unreadable(String message) {
    return new Refusal(400, message, Map.of());
  }

  /** There is no such thing for this caller. */
  public static Refusal unknown(String what) {
    return new Refusal(404, what + " not found", Map.of());
  }

  /** It was read, and cannot be done. */
  public static Refusal invalid(String message) {
    return new Refusal(422, message, Map.of());
  }

  /** As {@link #invalid(String)}, with what a program needs to go on. */
  public static Refusal invalid(String message, Map<String, Object> metadata) {
    return new Refusal(422, message, metadata);
  }

  int status() {
    return status;
  }

  /** The words of the answer. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, Object> metadata() {
    return metadata;
  }
}
