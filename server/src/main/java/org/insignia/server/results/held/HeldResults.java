package org.insignia.server.results.held;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.identity.Linking;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Results that do not count until somebody decides. What staff decide holds until the provider says
 * something newer of the same result.
 */
@Component
public class HeldResults {
  /** The most that one decision is about; of more than that the rest is left for the next one. */
  public static final int AT_ONCE = 5_000;

  private final HeldStore store;
  private final Linking linking;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HeldResults(
      HeldStore store,
      Linking linking,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.linking = linking;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** These results, whatever their standing; unknown ids are left out. */
  public List<HeldResult> of(Collection<ResultId> ids) {
    return ids.isEmpty() ? List.of() : store.of(ids);
  }

  /** One result of this organisation. */
  public Optional<HeldResult> find(OrganisationId organisation, ResultId id) {
    return store.of(List.of(id)).stream()
        .filter(r -> r.organisation().equals(organisation))
        .findFirst();
  }

  /** Those that wait longest first. */
  public List<HeldResult> list(OrganisationId organisation, HeldWish wish, int limit) {
    return store.list(organisation, wish, limit);
  }

  /** How many wait, or were dropped, for each cause; the most frequent first. */
  public Map<String, Long> causes(OrganisationId organisation, HeldWish wish) {
    return store.causes(organisation, wish);
  }

  /** How many wait, counted no further than this. */
  public long countUpTo(OrganisationId organisation, int most) {
    return store.countUpTo(organisation, most);
  }

  /**
   * Lets held or dropped results count as they were sent; awards follow. Those that have no grade,
   * or are decided already, are left as they are.
   *
   * @param reason why, for the record; 1 to 500 characters
   * @return how many were released
   */
  @Transactional
  public int release(
      String actor, OrganisationId organisation, Collection<ResultId> ids, String reason) {
    linking.lock(organisation);
    return decided(
        actor, organisation, Decision.RELEASED, store.release(organisation, ids), reason);
  }

  /**
   * Lets held results wait no more: they do not count, as long as the provider says nothing newer.
   *
   * @param reason why, for the record; 1 to 500 characters
   * @return how many were dropped
   */
  @Transactional
  public int drop(
      String actor, OrganisationId organisation, Collection<ResultId> ids, String reason) {
    linking.lock(organisation);
    return decided(actor, organisation, Decision.DROPPED, store.drop(organisation, ids), reason);
  }

  private int decided(
      String actor,
      OrganisationId organisation,
      Decision decision,
      List<HeldStore.Changed> changed,
      String reason) {
    if (reason.isBlank() || reason.length() > 500) {
      throw new Problem.Invalid("reason", "say why, in at most 500 characters");
    }
    if (changed.isEmpty()) {
      return 0;
    }
    store.keep(changed, new HeldStore.Word(decision, reason, actor, clock.instant()));
    store.mark(changed);
    audit.record(
        actor,
        organisation.value(),
        "results." + (decision == Decision.RELEASED ? "release" : "drop"),
        changed.size() == 1 ? "result:" + changed.getFirst().id() : "results",
        changed.size() == 1 ? reason : changed.size() + " held results: " + reason);
    events.publishEvent(
        new ResultsDecided(
            organisation, decision, changed.stream().map(HeldStore.Changed::id).toList()));
    return changed.size();
  }
}
