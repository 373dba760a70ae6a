package org.insignia.server.api.oauth;

/** What an OAuth endpoint answers in place of what was asked for (RFC 6749 #section-5.2). */
public final class OAuthRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final boolean challenged;

  private OAuthRefusal(String error, String description, boolean challenged) {
    super(description, null, false, false);
    this.error = error;
    this.challenged = challenged;
  }

  /**
   * @param error a word of the specification, for example {@code invalid_grant}
   * @param description what was wrong and what would be right, in English; told to the program
   */
  public OAuthRefusal(String error, String description) {
    this(error, description, false);
  }

  /**
   * The one answer to whoever does not show to be a client.
   *
   * @param byHeader whether they tried it by the Authorization header
   */
  static OAuthRefusal client(boolean byHeader) {
    return new OAuthRefusal(
        "invalid_client",
        "unknown client, or not its secret; send both, by Basic or in the body",
        byHeader);
  }

  /** The word of the specification. */
  public String error() {
    return error;
  }

  /** What was wrong. */
  public String description() {
    return String.valueOf(getMessage());
  }

  boolean isOfClient() {
    return error.equals("invalid_client");
  }

  boolean challenged() {
    return challenged;
  }
}
