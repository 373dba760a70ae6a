package org.insignia.server.claims.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When people are reminded of badges that wait. */
@Service
public class Reminders {
  /** After how many days where an organisation says nothing else. */
  public static final List<Integer> DEFAULT_DAYS = List.of(7, 30);

  /** The most reminders of one badge. */
  public static final int MOST = 5;

  /** The last day after an offer on which anybody is reminded of it. */
  public static final int LAST_DAY = 365;

  private final ReminderStore store;
  private final Audit audit;
  private final Clock clock;

  Reminders(ReminderStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Days after the offer on which this organisation reminds, ascending; empty: never. */
  public List<Integer> days(OrganisationId organisation) {
    return store.rule(organisation).orElse(DEFAULT_DAYS);
  }

  /**
   * Changes the days, for badges that wait already too.
   *
   * @throws Problem.Invalid for more than {@value #MOST} days, or days outside 1 to 365 or not
   *     ascending
   */
  @Transactional
  public void change(String actor, OrganisationId organisation, List<Integer> days) {
    if (!isRule(days)) {
      throw new Problem.Invalid(
          "days", "up to " + MOST + " ascending numbers from 1 to " + LAST_DAY + ", was " + days);
    }
    store.putRule(organisation, days);
    store.reschedule(organisation, days, clock.instant());
    audit.record(
        actor,
        organisation.value(),
        "claims.reminders",
        "organisation:" + organisation.value(),
        days.isEmpty()
            ? "never"
            : "after days " + days.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** Whether {@link #change} takes these days. */
  public static boolean isRule(List<Integer> days) {
    return days.size() <= MOST
        && days.stream().allMatch(day -> day >= 1 && day <= LAST_DAY)
        && days.equals(days.stream().distinct().sorted().toList());
  }

  /** Somebody is to be reminded of these from now on, in the caller's transaction. */
  public void expect(List<Credential> offered, Instant now) {
    offered.stream()
        .collect(Collectors.groupingBy(Credential::organisation))
        .forEach((organisation, credentials) -> {
          var days = days(organisation);
          if (!days.isEmpty()) {
            store.expect(
                organisation,
                credentials.stream().map(Credential::id).toList(),
                now,
                now.plus(java.time.Duration.ofDays(days.getFirst())));
          }
        });
  }
}
