package org.insignia.server.api.workforce;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.api.workforce.Employee.State;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.problem.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The employees of organisations: said, changed, invited and forgotten by their programs. */
@Service
public class Employees {
  private static final long MOST = 100_000;

  /** Nobody is written to twice within this time, however often a program asks. */
  private static final Duration BETWEEN = Duration.ofDays(1);

  /** How many are written to at once, and may be named. */
  public static final int MOST_AT_ONCE = 1000;

  private static final Set<State> UNANSWERED = EnumSet.of(State.CREATED, State.PENDING);
  private static final String TAKEN = "Email has already been taken";

  private final EmployeeStore store;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  Employees(EmployeeStore store, Outbox outbox, Audit audit, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A new one, whom nobody has asked yet.
   *
   * @throws Problem.Conflict if there is one with this address, or are too many
   */
  @Transactional
  public Employee add(String actor, Organisation organisation, Personnel said) {
    if (store.count(organisation.id()) >= MOST) {
      throw new Problem.Conflict("An organisation has at most " + MOST + " employees");
    }
    var now = clock.instant();
    var employee = new Employee(Ids.next(), organisation.id(), said, State.CREATED, now, null, now);
    if (!store.insert(employee)) {
      throw new Problem.Conflict(TAKEN);
    }
    note(actor, employee, "employees.add");
    return employee;
  }

  /** The one of this id, if it is this organisation's. */
  public Optional<Employee> find(Organisation organisation, UUID id) {
    return store.find(id).filter(e -> e.organisation().equals(organisation.id()));
  }

  /** Whether this organisation has any. */
  public boolean hasAny(Organisation organisation) {
    return store.hasAny(organisation.id());
  }

  /** Some of those that are wanted, where others come before. */
  public List<Employee> page(Organisation organisation, Wanted wanted, int skip, int limit) {
    return store.page(organisation.id(), wanted, skip, limit);
  }

  /** How many are wanted. */
  public long count(Organisation organisation, Wanted wanted) {
    return store.count(organisation.id(), wanted);
  }

  /**
   * Says other things of one. Who gets another address has answered nothing by it.
   *
   * @throws Problem.Conflict if there is another with this address
   */
  @Transactional
  public Employee change(String actor, Employee employee, Personnel said) {
    boolean moved = !employee.said().address().equals(said.address());
    if (moved && has(employee.organisation(), said)) {
      throw new Problem.Conflict(TAKEN);
    }
    try {
      store.update(employee.id(), said);
    } catch (DuplicateKeyException e) { // somebody took it since we looked
      throw new Problem.Conflict(TAKEN);
    }
    if (moved) {
      store.startOver(employee.id(), clock.instant());
    }
    note(actor, employee, "employees.change");
    return store
        .find(employee.id())
        .orElseThrow(() -> new Problem.NotFound("employee " + employee.id()));
  }

  private boolean has(OrganisationId organisation, Personnel said) {
    return store.to(List.of(said.address())).stream()
        .anyMatch(e -> e.organisation().equals(organisation));
  }

  /** Forgets one; links and letters that wait are worth nothing then. */
  @Transactional
  public void remove(String actor, Employee employee) {
    store.delete(employee.id());
    note(actor, employee, "employees.remove");
  }

  /**
   * Writes to those of these who have not answered and were not written to within a day, to {@value
   * #MOST_AT_ONCE} at once.
   *
   * @return whom it wrote to, as they are now
   */
  @Transactional
  public List<Employee> invite(String actor, Organisation organisation, Call call) {
    var now = clock.instant();
    var open = call.states().stream().filter(UNANSWERED::contains).toList();
    var meant =
        store.take(
            organisation.id(),
            new Call(call.named(), call.names(), open),
            now.minus(BETWEEN),
            MOST_AT_ONCE);
    if (meant.isEmpty()) {
      return List.of();
    }
    var asked = meant.stream().map(Employee::id).toList();
    store.invited(asked, now);
    for (var employee : meant) {
      outbox.queueAgain(
          EmploymentLetter.KIND,
          employee.id(),
          employee.said().address(),
          organisation.id().value());
      note(actor, employee, "employees.invite");
    }
    return store.find(asked);
  }

  private void note(String actor, Employee employee, String action) {
    audit.record(actor, employee.organisation().value(), action, "employee:" + employee.id(), "");
  }
}
