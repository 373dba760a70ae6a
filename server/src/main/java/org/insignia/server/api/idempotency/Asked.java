package org.insignia.server.api.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A request that its caller may send twice.
 *
 * @param caller each has keys of their own
 * @param fingerprint of what is asked for
 */
public record Asked(String caller, IdempotencyKey key, String fingerprint) {
  private static final String ATTRIBUTE = Asked.class.getName();

  /**
   * What a request asks for under a key, where whoever answers keeps the answer in the transaction
   * of the effect; empty without a key, and where the filter keeps it.
   */
  public static Optional<Asked> of(HttpServletRequest request) {
    return Optional.ofNullable((Asked) request.getAttribute(ATTRIBUTE));
  }

  /** Leaves it to whoever answers. */
  void leaveTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The same key with what turns out to be asked for under it. */
  Asked with(String what) {
    return new Asked(caller, key, what);
  }

  /** What no other request of anybody shares. */
  String name() {
    return caller + "\n" + key.value();
  }

  /** As the vault knows the owner of a sealed answer. */
  String owner() {
    return "api.kept-answer:" + caller + ":" + key.value();
  }
}
