package org.insignia.server.api.credly.employees;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.api.credly.wire.Moments;
import org.insignia.server.api.workforce.Employee;

/** Employees as clients read them: every member, null where nothing was said. */
final class EmployeeObjects {
  private EmployeeObjects() {}

  static Map<String, Object> whole(Employee employee) {
    var said = employee.said();
    var name =
        Stream.of(said.firstName(), said.lastName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", employee.id().toString());
    json.put("email", said.address().value());
    json.put("created_at", Moments.stamp(employee.createdAt()));
    json.put("employee_state", employee.state().name().toLowerCase(Locale.ROOT));
    json.put("employee_state_updated_at", Moments.stamp(employee.stateAt()));
    json.put("last_invitation_sent_at", Moments.stamp(employee.invitedAt()));
    json.put("first_name", said.firstName());
    json.put("last_name", said.lastName());
    json.put("full_name", name.isEmpty() ? null : name);
    json.put("photo_url", null);
    json.put("team", said.team());
    EmployeeWishes.ABOUT.forEach(member -> json.put(member, said.about().get(member)));
    return json;
  }
}
