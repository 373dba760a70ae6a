package org.insignia.server.support.missing;

/** What can be done about a cause, and by whom. Names are keys of the words on its button. */
enum Remedy {
  /** The letter that proves a mailbox once more. */
  CONFIRM_ADDRESS(Who.EARNER),
  ADD_ADDRESS(Who.EARNER),
  /** The page on which the badge is accepted. */
  CLAIM(Who.EARNER),
  TAKE_BACK(Who.EARNER),
  SHOW(Who.EARNER),
  SHOW_PROFILE(Who.EARNER),
  /** The invitation once more. */
  SEND_AGAIN(Who.EARNER),
  MERGE_ACCOUNTS(Who.EARNER),
  /** A request for support with the findings filled in. */
  ASK(Who.EARNER),
  /** The same walk for the certification that is given in the exam's place. */
  INSTEAD(Who.ANYBODY),
  /** The same walk in a moment. */
  LOOK_AGAIN(Who.ANYBODY),
  ACCEPT_MERGE(Who.STAFF),
  SEE_MERGES(Who.STAFF),
  /** The held result, to be released or dropped. */
  SEE_HELD(Who.STAFF),
  UPLOAD(Who.STAFF),
  SEE_CATALOGUE(Who.STAFF),
  EXPLAIN(Who.STAFF),
  RESEND(Who.STAFF),
  SEE_OFFER(Who.STAFF);

  private enum Who {
    EARNER,
    STAFF,
    ANYBODY
  }

  private final Who who;

  Remedy(Who who) {
    this.who = who;
  }

  /** Whether it is for whoever asked. */
  boolean isFor(Facts facts) {
    return who == Who.ANYBODY || (who == Who.STAFF) == facts.byStaff();
  }
}
