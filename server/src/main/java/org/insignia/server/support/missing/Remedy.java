package org.insignia.server.support.missing;

import java.util.List;
import org.insignia.server.eligibility.Explanation.Named;

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

  /**
   * What an earner can do it to now: ids of mailboxes or of the badge, uids of what is looked for;
   * one empty text where it is done on a page. None where it cannot be done.
   */
  List<String> subjects(Facts facts) {
    var uid = facts.wanted().uid();
    return switch (this) {
      case CONFIRM_ADDRESS -> facts.unconfirmed().stream().map(m -> m.id().toString()).toList();
      case INSTEAD -> facts.rule().instead().stream().map(Named::uid).toList();
      case CLAIM, SEND_AGAIN -> facts.mayClaim() ? List.of(facts.badge()) : List.of();
      case TAKE_BACK, SHOW -> List.of(facts.badge());
      case ASK, LOOK_AGAIN -> List.of(uid);
      case ADD_ADDRESS, SHOW_PROFILE, MERGE_ACCOUNTS -> List.of("");
      case ACCEPT_MERGE, SEE_MERGES, SEE_HELD, UPLOAD, SEE_CATALOGUE, EXPLAIN, RESEND, SEE_OFFER ->
          List.of();
    };
  }

  /** Whether it is for whoever asked. */
  boolean isFor(Facts facts) {
    return who == Who.ANYBODY || (who == Who.STAFF) == facts.byStaff();
  }
}
