package org.insignia.server.issuing.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/**
 * I10: a status list says how many of its positions are given out: one that says too few gives some
 * out twice.
 */
@Component
final class IndexesCounted implements Invariant {
  /** Each has up to 131,072 credentials. */
  private static final int LISTS = 10;

  private final StatusRowStore store;
  private final Stretches stretches;

  IndexesCounted(StatusRowStore store, Stretches stretches) {
    this.store = store;
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "indexes-counted";
  }

  @Override
  public int number() {
    return 10;
  }

  @Override
  public void check(Probe probe) {
    stretches.visit(
        probe,
        "status_list",
        "id",
        LISTS,
        (after, upTo) ->
            store
                .miscounted(after, upTo)
                .forEach(list ->
                    probe.broken(
                        "status_list:" + list.id(),
                        "says that %d indexes are given out, but %d credentials have one"
                            .formatted(list.used(), list.credentials()))));
  }
}
