package org.insignia.server.api.credly.employees;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.workforce.Call;
import org.insignia.server.api.workforce.Employee.State;
import org.insignia.server.api.workforce.Employees;
import org.insignia.server.api.workforce.Personnel;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Reads what a program says of an employee, and whom it wants to be invited. */
final class EmployeeWishes {
  /** What may be said of somebody beside the name, the address and the team. */
  static final List<String> ABOUT =
      List.of(
          "external_id",
          "position_title",
          "manager_first_name",
          "manager_last_name",
          "manager_external_id",
          "location",
          "country",
          "zip_code",
          "state_or_province",
          "department",
          "job_family",
          "organization_level_1",
          "organization_level_2",
          "organization_level_3");

  private static final int LONGEST = 200;

  private EmployeeWishes() {}

  /** A new one. */
  static Personnel made(Asked asked) {
    var address = asked.text("email");
    if (address.isEmpty()) {
      throw Refusal.invalid("Validation failed: Email can't be blank");
    }
    return read(asked, new Personnel(address(address.get()), null, null, null, Map.of()));
  }

  /** One with what is said anew; what is not named stays. */
  static Personnel changed(Asked asked, Personnel before) {
    if (asked.isNothing("email")) {
      throw Refusal.invalid("Validation failed: Email can't be blank");
    }
    var address = asked.text("email").map(EmployeeWishes::address).orElse(before.address());
    return read(
        asked,
        new Personnel(
            address, before.firstName(), before.lastName(), before.team(), before.about()));
  }

  private static Personnel read(Asked asked, Personnel before) {
    Map<String, String> about = new LinkedHashMap<>();
    for (var member : ABOUT) {
      // Clients of some libraries write organization_level1.
      var name = asked.has(member) ? member : member.replaceFirst("_(\\d)$", "$1");
      var text = text(asked, name, before.about().get(member));
      if (text != null) {
        about.put(member, text);
      }
    }
    return new Personnel(
        before.address(),
        text(asked, "first_name", before.firstName()),
        text(asked, "last_name", before.lastName()),
        text(asked, "team", before.team()),
        about);
  }

  private static @Nullable String text(Asked asked, String name, @Nullable String before) {
    if (!asked.has(name)) {
      return before;
    }
    var text = asked.text(name).orElse(null);
    if (text == null) {
      return null;
    }
    var label = label(name);
    if (text.length() > LONGEST) {
      throw Refusal.invalid(
          "Validation failed: " + label + " is too long (maximum is " + LONGEST + " characters)");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid("Validation failed: " + label + " is invalid");
    }
    return text;
  }

  private static String label(String name) {
    var words = name.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(() -> Refusal.invalid("Validation failed: Email is invalid"));
  }

  /** Whom to invite: {@code employee_list}, by {@code list_type}, in one of {@code statuses}. */
  static Call call(Asked asked) {
    var names = asked.has("employee_list") ? asked.texts("employee_list") : null;
    if (names != null && names.size() > Employees.MOST_AT_ONCE) {
      throw Refusal.invalid(
          "Validation failed: Employee list is too long (maximum is "
              + Employees.MOST_AT_ONCE
              + ")");
    }
    var states =
        asked.has("statuses")
            ? states(asked.texts("statuses"))
            : List.of(State.CREATED, State.PENDING);
    return switch (asked.text("list_type").orElse("id").toLowerCase(Locale.ROOT)) {
      case "id", "employee_id" -> call(Call.Named.ID, names, states, Function.identity());
      case "external_id" -> call(Call.Named.EXTERNAL_ID, names, states, Function.identity());
      case "email" -> call(Call.Named.ADDRESS, names, states, name -> address(name).key());
      default ->
          throw Refusal.invalid("Validation failed: List type must be id, email or external_id");
    };
  }

  private static Call call(
      Call.Named named,
      @Nullable List<String> names,
      List<State> states,
      Function<String, String> key) {
    return new Call(named, names == null ? null : names.stream().map(key).toList(), states);
  }

  /** The states of these words; what is none is left out. */
  static List<State> states(List<String> words) {
    return List.of(State.values()).stream()
        .filter(s -> words.stream().anyMatch(w -> w.equalsIgnoreCase(s.name())))
        .toList();
  }
}
