package org.insignia.server.api.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insignia.server.api.tokens.Caller;
import org.insignia.server.platform.attempts.Network;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Counts what is asked for, in the database, before it is done. */
@Component
public class Limits {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final BucketStore store;
  private final Clock clock;
  private final Policy caller;
  private final Policy network;
  private final Policy items;

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
    return store.spend(charges, clock.instant());
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
