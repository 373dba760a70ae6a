package org.insignia.server.api.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.platform.attempts.Network;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.rounds.Outcome;
import org.insignia.server.platform.rounds.Rounds;
import org.springframework.stereotype.Component;

/** Counts what is asked for, in the database, before it is done. */
@Component
public class Limits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int AT_ONCE = 100;
  private static final int MOST_WAITING = 1_000;

  private final BucketStore store;
  private final Clock clock;
  private final Policy caller;
  private final Policy network;
  private final Policy items;
  private final Rounds<List<Charge>, List<Spent>> rounds =
      new Rounds<>(this::spend, AT_ONCE, MOST_WAITING, Duration.ZERO);

  Limits(BucketStore store, Clock clock, LimitSettings settings) {
    this.store = store;
    this.clock = clock;
    this.caller = new Policy("caller", settings.caller(), MINUTE);
    this.network = new Policy("network", settings.network(), MINUTE);
    this.items = new Policy("items", settings.items(), MINUTE);
  }

  /** One request; what its caller has left stands before what the network has. */
  List<Spent> request(Optional<String> payer, String address) {
    var charges = new ArrayList<Charge>();
    payer.ifPresent(p -> charges.add(new Charge("caller:" + p, caller, 1)));
    charges.add(new Charge("network:" + Network.of(address).name(), network, 1));
    return rounds.ask(charges);
  }

  /** Requests of the same moment are counted together, and apart only where not all may pass. */
  private List<Outcome<List<Spent>>> spend(List<List<Charge>> requests) {
    var now = clock.instant();
    Map<String, Charge> sums = new LinkedHashMap<>();
    requests.stream()
        .flatMap(List::stream)
        .forEach(charge -> sums.merge(charge.subject(), charge, Charge::with));
    Map<String, Spent> together = new HashMap<>();
    store
        .spend(sums.values().stream().filter(Charge::fits).toList(), now)
        .forEach(spent -> together.put(spent.charge().subject(), spent));
    Map<String, Integer> taken = new HashMap<>();
    return requests.stream()
        .map(
            request -> request.stream().map(charge -> share(charge, together, taken, now)).toList())
        .map(spent -> (Outcome<List<Spent>>) new Outcome.Answered<>(spent))
        .toList();
  }

  /** What one charge has of what was spent together; alone where not all could. */
  private Spent share(
      Charge charge, Map<String, Spent> together, Map<String, Integer> taken, Instant now) {
    var all = together.get(charge.subject());
    if (all == null || (all.refused() && all.charge().asked() > charge.asked())) {
      return store.spend(List.of(charge), now).getFirst();
    }
    int asked = taken.merge(charge.subject(), charge.asked(), Integer::sum);
    double left = all.refused() ? all.room() : all.room() + all.charge().asked() - asked;
    return new Spent(charge, left, all.refused());
  }

  /**
   * What a batch brings, beside the one request it is.
   *
   * @throws Problem.TooMany with the time to wait
   */
  public void items(Caller by, int count) {
    var charge = new Charge("items:" + TokenPayer.payer(by), items, count);
    var spent = store.spend(List.of(charge), clock.instant()).getFirst();
    if (spent.refused()) {
      throw new Problem.TooMany(
          spent.pause(),
          "an organisation sends at most " + items.quota() + " items a minute in batches");
    }
  }
}
