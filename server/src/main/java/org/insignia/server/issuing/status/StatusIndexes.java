package org.insignia.server.issuing.status;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.server.issuing.status.StatusListStore.Taken;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.springframework.stereotype.Component;

/**
 * Gives out status indexes: random, each once; a full list is followed by a new one. Who takes some
 * has the list until the transaction ends, so an organisation that issues in several transactions
 * at once has several lists open, and one that does not has one.
 */
@Component
public class StatusIndexes {
  /** As many as issue at once without waiting for each other. */
  static final int OPEN_LISTS = 8;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final StatusListStore store;
  private final Map<UUID, Shuffle> shuffles = new ConcurrentHashMap<>();

  StatusIndexes(StatusListStore store) {
    this.store = store;
  }

  /** Positions that nobody had before, taken if the caller's transaction commits. */
  public List<StatusPosition> take(OrganisationId organisation, int count) {
    var positions = new ArrayList<StatusPosition>(count);
    while (positions.size() < count) {
      Taken taken = some(organisation, count - positions.size());
      Shuffle shuffle = shuffles.computeIfAbsent(taken.list(), id -> new Shuffle(taken.shuffle()));
      for (int place = taken.from(); place < taken.until(); place++) {
        positions.add(new StatusPosition(taken.list(), shuffle.at(place)));
      }
    }
    return positions;
  }

  private Taken some(OrganisationId organisation, int count) {
    while (true) {
      var taken = store.take(organisation, count);
      if (taken.isEmpty()) {
        var lists = store.counted(organisation);
        if (lists.open() >= OPEN_LISTS) {
          taken = store.takeInTurn(organisation, count);
        } else {
          store.insert(Ids.next(), organisation, lists.all() + 1, Shuffle.randomKey(RANDOM));
        }
      }
      if (taken.isPresent()) {
        return taken.get();
      }
    }
  }
}
