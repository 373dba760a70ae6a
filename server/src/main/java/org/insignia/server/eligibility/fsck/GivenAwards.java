package org.insignia.server.eligibility.fsck;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** The awards of which the features above were told, for rules of theirs. */
@Component
public class GivenAwards {
  private final GivenAwardStore store;
  private final Stretches stretches;

  GivenAwards(GivenAwardStore store, Stretches stretches) {
    this.store = store;
    this.stretches = stretches;
  }

  /** Given, told, and no news of it under way; some at a time, with the database of one moment. */
  public void visit(Probe probe, Consumer<List<UUID>> visitor) {
    stretches.visit(
        probe, "award", "id", (after, upTo) -> visitor.accept(store.given(after, upTo)));
  }
}
