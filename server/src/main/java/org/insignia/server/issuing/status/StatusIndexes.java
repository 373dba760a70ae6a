package org.insignia.server.issuing.status;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.server.issuing.status.StatusListStore.StatusList;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.ids.Ids;
import org.springframework.stereotype.Component;

/** Gives out status indexes: random, each once; a full list is followed by a new one. */
@Component
public class StatusIndexes {
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
      StatusList list = open(organisation);
      int taken = Math.min(count - positions.size(), StatusPosition.LIST_LENGTH - list.used());
      Shuffle shuffle = shuffles.computeIfAbsent(list.id(), id -> new Shuffle(list.shuffle()));
      for (int place = list.used(); place < list.used() + taken; place++) {
        positions.add(new StatusPosition(list.id(), shuffle.at(place)));
      }
      store.use(list.id(), list.used() + taken);
    }
    return positions;
  }

  private StatusList open(OrganisationId organisation) {
    while (true) {
      Optional<StatusList> newest = store.newestLocked(organisation);
      if (newest.isPresent() && newest.get().used() < StatusPosition.LIST_LENGTH) {
        return newest.get();
      }
      int number = newest.map(StatusList::number).orElse(0) + 1;
      store.insert(Ids.next(), organisation, number, Shuffle.randomKey(RANDOM));
    }
  }
}
