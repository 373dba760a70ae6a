package org.insignia.server.accounts.oidc;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a browser was sent to a provider with; kept in its session and spent by the first answer.
 *
 * @param state binds the answer to this browser
 * @param nonce binds the ID token to this question
 * @param verifier binds the code to us
 */
public record Question(
    String provider, String state, String nonce, String verifier, Purpose purpose, Instant at)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What the answer is for. */
  public enum Purpose {
    /** To come in. */
    SIGN_IN,
    /** To come in by it from now on. */
    LINK,
    /** To show again that it is the person. */
    PROVE
  }
}
