package org.insignia.server.api.workforce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.audit.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What organisations said of somebody by their mailboxes stands in what they take away, and goes
 * with their account.
 */
@Component
class EmployedPerson implements Portable {
  private final EmployeeStore store;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Audit audit;

  EmployedPerson(EmployeeStore store, Accounts accounts, Organisations organisations, Audit audit) {
    this.store = store;
    this.accounts = accounts;
    this.organisations = organisations;
    this.audit = audit;
  }

  @EventListener
  void erased(AccountErased event) {
    for (var employee : store.to(accounts.verifiedAddresses(event.person()))) {
      store.delete(employee.id());
      audit.record(
          "person:" + event.person().value(),
          employee.organisation().value(),
          "employees.remove",
          "employee:" + employee.id(),
          "account erased");
    }
  }

  @Override
  public String file() {
    return "employments.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    List<Map<String, Object>> lines =
        store.to(accounts.verifiedAddresses(person)).stream().map(this::line).toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private Map<String, Object> line(Employee employee) {
    var said = employee.said();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("organisation", organisations.get(employee.organisation()).name());
    line.put("email", said.address().value());
    line.put("firstName", said.firstName());
    line.put("lastName", said.lastName());
    line.put("team", said.team());
    line.put("about", said.about());
    line.put("state", employee.state().name());
    line.put("stateAt", employee.stateAt().toString());
    line.put("createdAt", employee.createdAt().toString());
    return line;
  }
}
