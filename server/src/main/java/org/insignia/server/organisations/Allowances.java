package org.insignia.server.organisations;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What each organisation may have at most; the operator sets what differs from the usual. */
@Component
public class Allowances {
  private final LimitStore store;
  private final ObjectProvider<Usage> usages;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  Allowances(
      LimitStore store,
      ObjectProvider<Usage> usages,
      ApplicationEventPublisher events,
      Audit audit) {
    this.store = store;
    this.usages = usages;
    this.events = events;
    this.audit = audit;
  }

  /** How many this organisation may have. */
  public int of(OrganisationId organisation, Limit limit) {
    return store.of(organisation).getOrDefault(limit, limit.usual());
  }

  /** All of them. */
  public Map<Limit, Integer> of(OrganisationId organisation) {
    Map<Limit, Integer> all = new EnumMap<>(Limit.class);
    for (var limit : Limit.values()) {
      all.put(limit, limit.usual());
    }
    all.putAll(store.of(organisation));
    return all;
  }

  /** Limits of an organisation were set; published in that transaction. */
  public record Changed(OrganisationId organisation) {}

  /** How much of this it has, in the limit's unit, rounded up; empty where nothing counts it. */
  public OptionalLong used(OrganisationId organisation, Limit limit) {
    return counted(limit).isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.ceilDiv(sum(organisation, limit), limit.unit()));
  }

  /** How much more fits in, before it is divided by the limit's unit; never below 0. */
  public long left(OrganisationId organisation, Limit limit) {
    return Math.max(0, of(organisation, limit) * limit.unit() - sum(organisation, limit));
  }

  /**
   * Whether so much more fits in. Who asks at the same moment, on whatever node, waits until this
   * transaction is over, so that both together stay within the limit.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean fits(OrganisationId organisation, Limit limit, long more) {
    store.lock(organisation, limit);
    return sum(organisation, limit) + more <= of(organisation, limit) * limit.unit();
  }

  private List<Usage> counted(Limit limit) {
    return usages.stream().filter(usage -> usage.limit() == limit).toList();
  }

  private long sum(OrganisationId organisation, Limit limit) {
    return counted(limit).stream().mapToLong(usage -> usage.of(organisation)).sum();
  }

  /**
   * Sets some; what is usual is not kept.
   *
   * @throws Problem.Invalid for one below 0 or above what can be set
   */
  @Transactional
  public void set(String actor, OrganisationId organisation, Map<Limit, Integer> wanted) {
    var now = of(organisation);
    wanted.forEach((limit, value) -> {
      if (value < 0 || value > limit.most()) {
        throw new Problem.Invalid(limit.name(), "0 to " + limit.most() + ", was " + value);
      }
      if (!value.equals(now.get(limit))) {
        store.put(organisation, limit, value);
        audit.record(
            actor,
            organisation.value(),
            "organisations.limit",
            "organisation:" + organisation.value(),
            limit + " from " + now.get(limit) + " to " + value);
      }
    });
    events.publishEvent(new Changed(organisation));
  }

  /** The rows of what was set. */
  @Repository
  static class LimitStore {
    private final JdbcClient db;

    LimitStore(JdbcClient db) {
      this.db = db;
    }

    Map<Limit, Integer> of(OrganisationId organisation) {
      Map<Limit, Integer> set = new EnumMap<>(Limit.class);
      db.sql("select name, value from organisation_limit where organisation_id = :id")
          .param("id", organisation.value())
          .query(row -> {
            set.put(Limit.valueOf(row.getString("name")), row.getInt("value"));
          });
      return set;
    }

    void lock(OrganisationId organisation, Limit limit) {
      db.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
          .param("what", "limit " + limit + " " + organisation.value())
          .query(row -> {});
    }

    void put(OrganisationId organisation, Limit limit, int value) {
      db.sql(
              """
              insert into organisation_limit (organisation_id, name, value) values (:id, :name, :value)
              on conflict (organisation_id, name) do update set value = excluded.value
              """)
          .param("id", organisation.value())
          .param("name", limit.name())
          .param("value", value)
          .update();
    }
  }
}
