package org.insignia.server.sharing.belongings;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.claims.holding.Holdings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The order of badges when two accounts become one: what came stands behind what was there, each in
 * its own order. When they part, each takes its badges along as they stand by then.
 */
@Component
class MergedOrder {
  private static final int LONGEST = 10_000;

  private final BelongingStore store;
  private final MergeJournal journal;

  MergedOrder(BelongingStore store, MergeJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  @EventListener
  void join(AccountsMerged merged) {
    var came = store.order(merged.gone());
    if (!came.isEmpty()) {
      store.setOrder(merged.kept(), together(store.order(merged.kept()).stream(), came.stream()));
    }
  }

  @EventListener
  void part(AccountsParted parted) {
    var order = store.order(parted.kept());
    if (order.isEmpty()) {
      return;
    }
    var goes = moved(parted.merge());
    store.setOrder(
        parted.gone(),
        together(order.stream().filter(goes::contains), store.order(parted.gone()).stream()));
    store.setOrder(
        parted.kept(), together(order.stream().filter(id -> !goes.contains(id)), Stream.of()));
  }

  /** Read from the journal, which does not depend on who is told of the parting first. */
  private Set<UUID> moved(UUID merge) {
    return Stream.of(Holdings.MOVED, Belonging.FOREIGN_BADGE.journalled())
        .flatMap(what -> journal.noted(merge, what).stream())
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  private static Collection<UUID> together(Stream<UUID> first, Stream<UUID> then) {
    return Stream.concat(first, then)
        .limit(LONGEST)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
