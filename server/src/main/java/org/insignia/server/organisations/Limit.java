package org.insignia.server.organisations;

/** What an organisation may have at most, unless the operator says otherwise. Names are stored. */
public enum Limit {
  /** Rows of one list of badges. */
  LIST_ROWS(1_000_000, 1_000_000),
  /** API tokens at once. */
  TOKENS(50, 1_000),
  /** Subscriptions to events. */
  WEBHOOKS(10, 100),
  /** People who work for it. */
  MEMBERS(500, 100_000),
  /** Letters that go out in its name on a day (UTC); more wait for the next. */
  MAILS(1_000_000, 100_000_000),
  /** Megabytes of files: results and lists of badges. */
  STORAGE(10_240, 10_000_000) {
    @Override
    public long unit() {
      return 1 << 20;
    }
  };

  private final int usual;
  private final int most;

  Limit(int usual, int most) {
    this.usual = usual;
    this.most = most;
  }

  /** How much of what {@link Usage} counts is one of these. */
  public long unit() {
    return 1;
  }

  /** Where nothing else is set. */
  public int usual() {
    return usual;
  }

  /** The greatest that can be set. */
  public int most() {
    return most;
  }
}
