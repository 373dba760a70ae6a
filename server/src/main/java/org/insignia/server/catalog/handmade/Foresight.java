package org.insignia.server.catalog.handmade;

import java.util.Map;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.organisations.OrganisationId;

/** Port: what another catalogue, or other rules, would do to the people whose results are known. */
@FunctionalInterface
public interface Foresight {

  /** What would happen if the present version became this one; nothing is changed. */
  Effect of(OrganisationId organisation, CatalogVersion proposed);

  /**
   * What would happen.
   *
   * @param people whose results were looked at
   * @param whole whether these are all
   * @param given how many would get a badge at once, by uid
   * @param kept how many have one that would no longer be given, and keep it; by uid
   */
  record Effect(int people, boolean whole, Map<String, Integer> given, Map<String, Integer> kept) {
    public Effect {
      given = Map.copyOf(given);
      kept = Map.copyOf(kept);
    }

    /** Badges that would be given at once. */
    public int allGiven() {
      return given.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Badges that would be kept though they would no longer be given. */
    public int allKept() {
      return kept.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
