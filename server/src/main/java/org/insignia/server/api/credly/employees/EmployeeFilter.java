package org.insignia.server.api.credly.employees;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.credly.wire.Filters;
import org.insignia.server.api.credly.wire.Sorts;
import org.insignia.server.api.workforce.Employee;
import org.insignia.server.api.workforce.Wanted;
import org.insignia.server.api.workforce.Wanted.By;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.browse.BadgeSearch;
import org.insignia.server.issuing.browse.Sought;
import org.insignia.server.issuing.browse.Sought.Lives;
import org.insignia.server.issuing.browse.Sought.Stretch;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out which employees a filter means, and which badges are an employee's. */
@Component
class EmployeeFilter {
  private static final Map<String, By> ORDERS =
      Map.of(
          "email", By.ADDRESS,
          "created_at", By.CREATED,
          "first_name", By.FIRST_NAME,
          "last_name", By.LAST_NAME);
  private static final Lives IN_FORCE = new Lives(false, true, null, List.of());

  private final Accounts accounts;
  private final Achievements achievements;
  private final BadgeSearch search;

  EmployeeFilter(Accounts accounts, Achievements achievements, BadgeSearch search) {
    this.accounts = accounts;
    this.achievements = achievements;
    this.search = search;
  }

  /** What a request means. Words that are no state or level find nobody rather than everybody. */
  Wanted wanted(Organisation organisation, Filters filters, Sorts sorts) {
    var words = filters.words("employee_state");
    var states = EmployeeWishes.states(words);
    var levels = filters.words("badge_level");
    Collection<String> keys = levels.isEmpty() ? null : holders(organisation, levels);
    return new Wanted(
        filters.text("name_or_email").orElse(null),
        states,
        filters.words("team"),
        !words.isEmpty() && states.isEmpty() ? List.of() : keys,
        sorts.keys().stream().flatMap(EmployeeFilter::order).toList());
  }

  private static Stream<Wanted.Order> order(Sorts.Key key) {
    var by = ORDERS.get(key.name());
    return by == null ? Stream.of() : Stream.of(new Wanted.Order(by, key.descending()));
  }

  /** The mailboxes to which a badge of one of these levels was issued that is in force. */
  private List<String> holders(Organisation organisation, List<String> levels) {
    var of =
        achievements.all(organisation.id()).stream()
            .filter(a -> isOf(a, levels))
            .map(Achievement::id)
            .toList();
    return of.isEmpty() ? List.of() : search.recipients(sought(organisation, of, null, IN_FORCE));
  }

  private static boolean isOf(Achievement achievement, List<String> levels) {
    var level = achievement.particulars().level();
    return level != null && levels.stream().anyMatch(l -> l.equalsIgnoreCase(level.name()));
  }

  /** The badges of this organisation to any mailbox of whoever owns the employee's. */
  Sought badges(Organisation organisation, Employee employee) {
    var address = employee.said().address();
    var all = accounts.ownerOf(address).map(accounts::verifiedAddresses).orElse(List.of());
    return sought(organisation, null, all.isEmpty() ? List.of(address) : all, Lives.ALL);
  }

  private static Sought sought(
      Organisation organisation,
      @Nullable List<AchievementId> of,
      @Nullable List<EmailAddress> to,
      Lives lives) {
    return new Sought(
        organisation.id(),
        of,
        to,
        null,
        null,
        null,
        lives,
        null,
        Stretch.ALL,
        Stretch.ALL,
        Stretch.ALL,
        Stretch.ALL);
  }
}
