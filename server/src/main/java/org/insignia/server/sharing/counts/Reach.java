package org.insignia.server.sharing.counts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.counts.ReachStore.Key;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Counts views and shares. A count is kept in memory for about a second and then added to the day's
 * row, by every node: what a node counted in its last second before a crash is lost.
 */
@Component
public class Reach implements DisposableBean {
  /** How far back "lately" goes. */
  public static final int DAYS = 30;

  private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

  private final Tally<Key> tally = new Tally<>();
  private final ReachStore store;
  private final Countries countries;
  private final Whence whence;
  private final Clock clock;

  Reach(ReachStore store, Countries countries, Whence whence, Clock clock) {
    this.store = store;
    this.countries = countries;
    this.whence = whence;
    this.clock = clock;
  }

  /** Remembers that this happened, now, where this thread answers a request by the request. */
  public void note(ShownBadge badge, Event event) {
    note(badge.credential(), event, whence.here());
  }

  /** As {@link #note(ShownBadge, Event)}, by this request. */
  public void note(ShownBadge badge, Event event, HttpServletRequest request) {
    note(badge.credential(), event, whence.of(request));
  }

  /** As {@link #note(ShownBadge, Event)}, from this country; empty: it is not known. */
  public void noteFrom(String country, ShownBadge badge, Event event) {
    note(badge.credential(), event, country);
  }

  /** As {@link #note(ShownBadge, Event)}. */
  void note(Credential credential, Event event) {
    note(credential, event, whence.here());
  }

  private void note(Credential credential, Event event, String country) {
    countries.note(country, credential, Kind.of(event));
    tally.add(
        new Key(
            credential.id(), today(), event, credential.organisation(), credential.achievement()),
        1);
  }

  /** Writes what was noted on this node; true if there was something. */
  boolean write() {
    boolean some = countries.write();
    var taken = tally.take();
    if (taken.isEmpty()) {
      return some;
    }
    try {
      store.add(taken);
    } catch (RuntimeException e) {
      taken.forEach(tally::add); // for the next time
      throw e;
    }
    return true;
  }

  /** Before the node stops, so that a planned restart loses nothing. */
  @Override
  public void destroy() {
    write();
  }

  /**
   * Sums of something.
   *
   * @param badges how many badges it was that were looked at or shared at all
   */
  public record Sums(long views, long embeds, long shares, long badges) {
    static final Sums NONE = new Sums(0, 0, 0, 0);

    Sums with(Event event, long count, long ofBadges) {
      long most = Math.max(badges, ofBadges);
      return switch (event) {
        case VIEW -> new Sums(views + count, embeds, shares, most);
        case EMBED -> new Sums(views, embeds + count, shares, most);
        case VERIFY -> this; // analytics has it
        default -> new Sums(views, embeds, shares + count, most);
      };
    }
  }

  /** Of one badge since it was issued. */
  public Sums ofBadge(CredentialId credential) {
    return sums(store.of(credential, EVER));
  }

  /** Of one badge in the last {@value #DAYS} days. */
  public Sums ofBadgeLately(CredentialId credential) {
    return sums(store.of(credential, lately()));
  }

  /** Where its owner shared it, and how often. */
  public Map<Event, Long> sharesOf(CredentialId credential) {
    var shares = new EnumMap<Event, Long>(Event.class);
    store
        .of(credential, EVER)
        .forEach((event, count) -> {
          if (event.isShare()) {
            shares.put(event, count);
          }
        });
    return shares;
  }

  /** Of all badges of an issuer, by achievement. */
  public Map<AchievementId, Sums> ofIssuer(OrganisationId organisation) {
    return byAchievement(store.of(organisation, EVER));
  }

  /** As {@link #ofIssuer}, of the last {@value #DAYS} days. */
  public Map<AchievementId, Sums> ofIssuerLately(OrganisationId organisation) {
    return byAchievement(store.of(organisation, lately()));
  }

  private static Map<AchievementId, Sums> byAchievement(List<ReachStore.Sum> all) {
    var sums = new HashMap<AchievementId, Sums>();
    for (var sum : all) {
      sums.put(
          sum.achievement(),
          sums.getOrDefault(sum.achievement(), Sums.NONE)
              .with(sum.event(), sum.count(), sum.badges()));
    }
    return sums;
  }

  private static Sums sums(Map<Event, Long> counts) {
    var sums = Sums.NONE;
    for (var count : counts.entrySet()) {
      sums = sums.with(count.getKey(), count.getValue(), 1);
    }
    return sums;
  }

  private LocalDate lately() {
    return today().minusDays(DAYS - 1L);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
