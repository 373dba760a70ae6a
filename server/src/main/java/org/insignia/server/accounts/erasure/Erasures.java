package org.insignia.server.accounts.erasure;

import java.util.List;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SafetyChanged;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.accounts.session.Sessions;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases an account at once and for good: everything that its person gave to it, and the accounts
 * that were merged into it. What organisations recorded about exams is theirs and stays with them.
 */
@Service
public class Erasures {
  private final ErasureStore store;
  private final Accounts accounts;
  private final Sessions sessions;
  private final ObjectProvider<Stake> stakes;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;

  Erasures(
      ErasureStore store,
      Accounts accounts,
      Sessions sessions,
      ObjectProvider<Stake> stakes,
      Outbox outbox,
      ApplicationEventPublisher events) {
    this.store = store;
    this.accounts = accounts;
    this.sessions = sessions;
    this.stakes = stakes;
    this.outbox = outbox;
    this.events = events;
  }

  /** What there is of this person beside the account itself. */
  public List<Stake.Line> stakes(PersonId person) {
    return stakes.orderedStream().flatMap(s -> s.of(person).stream()).toList();
  }

  /** Text keys of what has to be done first; empty if nothing stands in the way. */
  public List<String> ties(PersonId person) {
    return stakes.orderedStream().flatMap(s -> s.ties(person).stream()).toList();
  }

  /**
   * Erases the account. Whoever calls this was shown that it is the person.
   *
   * @throws Problem.Conflict if something stands in the way
   */
  @Transactional
  public void erase(PersonId person) {
    if (!ties(person).isEmpty()) {
      throw new Problem.Conflict("others depend on this account: hand over first");
    }
    var mailboxes = accounts.verifiedAddresses(person);
    var named = store.addressesOf(person);
    store.forgetLetters(named);
    outbox.forget(named);
    events.publishEvent(new SafetyChanged(person, What.ERASED, "", mailboxes));
    sessions.endAll(person);
    for (var shell : store.mergedInto(person)) {
      events.publishEvent(new AccountErased(shell));
    }
    events.publishEvent(new AccountErased(person));
    store.erase(person);
  }
}
