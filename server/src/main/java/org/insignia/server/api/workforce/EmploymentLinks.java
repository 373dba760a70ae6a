package org.insignia.server.api.workforce;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.api.workforce.Employee.State;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links in invitations. Who holds one has read the mailbox that the organisation named, which is
 * enough to say yes or no for it, and to think again.
 */
@Service
class EmploymentLinks implements Sweep {
  static final String PATH = "/employment/";

  private static final Duration OPEN = Duration.ofDays(30);
  private static final int SWEPT_AT_ONCE = 1000;

  private final EmployeeStore store;
  private final SecretLinks links;
  private final Audit audit;
  private final Clock clock;

  EmploymentLinks(EmployeeStore store, SecretLinks links, Audit audit, Clock clock) {
    this.store = store;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** A fresh link for this one. */
  URI fresh(Employee employee) {
    return links.fresh(
        PATH, token -> store.keepLink(employee.id(), token.hash(), clock.instant().plus(OPEN)));
  }

  /** Whom a link is for, without any effect. */
  Optional<Employee> find(SecretToken token) {
    return store.linked(token.hash(), clock.instant()).flatMap(store::find);
  }

  /** Says yes. */
  @Transactional
  void accept(Employee employee) {
    decide(employee, State.ACCEPTED, "employees.accept");
  }

  /** Says no. */
  @Transactional
  void reject(Employee employee) {
    decide(employee, State.REJECTED, "employees.reject");
  }

  private void decide(Employee employee, State state, String action) {
    if (store.decide(employee.id(), state, clock.instant())) {
      audit.record(
          "employment-link",
          employee.organisation().value(),
          action,
          "employee:" + employee.id(),
          "");
    }
  }

  @Override
  public String name() {
    return "employment-links";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweepLinks(now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
