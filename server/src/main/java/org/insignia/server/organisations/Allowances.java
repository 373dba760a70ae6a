package org.insignia.server.organisations;

import java.util.EnumMap;
import java.util.Map;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each organisation may have at most; the operator sets what differs from the usual. */
@Component
public class Allowances {
  private final LimitStore store;
  private final Audit audit;

  Allowances(LimitStore store, Audit audit) {
    this.store = store;
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
