package org.insignia.server.api.events;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened in an organisation. Each event is written in the transaction of what it tells, and
 * kept for {@link #KEPT}.
 */
@Service
public class Events {
  /** How long an event can be read. */
  public static final Duration KEPT = Duration.ofDays(90);

  /** The most that one call gives. */
  public static final int MOST = 500;

  private final EventStore store;
  private final Subjects subjects;

  Events(EventStore store, Subjects subjects) {
    this.store = store;
    this.subjects = subjects;
  }

  /**
   * The newest first, for people who look back.
   *
   * @param before a place seen already; empty: from the newest
   * @param limit at most {@link #MOST} are given
   */
  @Transactional(readOnly = true)
  public List<Event> latest(
      OrganisationId organisation, EventFilter filter, Optional<Long> before, int limit) {
    return told(
        organisation,
        store.latest(organisation, filter, before.orElse(Long.MAX_VALUE), fit(limit)));
  }

  /**
   * The oldest first, for programs that follow: whoever asks again with the last place seen never
   * misses an event, whatever was written at the same moment.
   *
   * @param after a place seen already; 0: from the oldest that is kept
   * @param limit at most {@link #MOST} are given
   */
  @Transactional
  public List<Event> following(
      OrganisationId organisation, EventFilter filter, long after, int limit) {
    store.waitForOpenWriters(organisation);
    return told(organisation, store.following(organisation, filter, after, fit(limit)));
  }

  /** One event of this organisation. */
  @Transactional(readOnly = true)
  public Optional<Event> find(OrganisationId organisation, UUID id) {
    return told(organisation, store.find(organisation, id).stream().toList()).stream().findFirst();
  }

  private static int fit(int limit) {
    return Math.clamp(limit, 1, MOST);
  }

  private List<Event> told(OrganisationId organisation, Collection<EventStore.Line> lines) {
    var found =
        subjects.of(
            lines.stream().map(l -> new Subjects.Named(l.type(), l.subject())).distinct().toList());
    return lines.stream()
        .map(l ->
            new Event(
                l.position(),
                l.id(),
                l.type(),
                l.at(),
                found.getOrDefault(l.subject(), new Subject.Gone(l.subject(), organisation))))
        .toList();
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    private static final int AT_ONCE = 5_000;

    @Bean
    Sweep oldEvents(EventStore store) {
      return new Sweep() {
        @Override
        public String name() {
          return "events";
        }

        @Override
        public boolean piece(java.time.Instant now) {
          return store.removeOld(now.minus(KEPT), AT_ONCE) == AT_ONCE;
        }
      };
    }
  }
}
