package org.insignia.server.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.insignia.server.platform.mail.OutboxStore.Due;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets as many letters of an organisation out as it may send on a day, by all nodes together; the
 * others wait, the oldest first, and none is dropped. Room for letters is taken before they go out
 * and given back for those that did not: a crash in between costs that room, never a letter too
 * many.
 */
@Component
class MailQuotas {
  /** When it is looked again whether a closed organisation is open, beside being told. */
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final MailQuotaStore store;
  private final ObjectProvider<MailGate> gate;
  private final TransactionTemplate apart;
  private final Clock clock;

  MailQuotas(
      MailQuotaStore store,
      ObjectProvider<MailGate> gate,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.gate = gate;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Letters that go out now.
   *
   * @param day on which room was taken for them
   */
  record Admitted(List<Due> letters, LocalDate day) {}

  /** Those of these that may go out; the others are put off. */
  Admitted admit(List<Due> due) {
    var now = clock.instant();
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var admitted = new HashSet<UUID>();
    byOrganisation(due)
        .forEach((organisation, letters) -> {
          var pass = gate.getObject().of(organisation);
          int room = pass.open() ? take(organisation, day, letters.size(), pass.most()) : 0;
          letters.stream().limit(room).map(Due::id).forEach(admitted::add);
          if (room < letters.size()) {
            store.putOff(organisation, pass.open() ? after(day) : now.plus(LOOK_AGAIN), admitted);
          }
        });
    return new Admitted(
        due.stream().filter(d -> d.organisation() == null || admitted.contains(d.id())).toList(),
        day);
  }

  /** In an order that is the same everywhere, so that no two wait for each other. */
  private static Map<UUID, List<Due>> byOrganisation(Collection<Due> due) {
    var letters = new TreeMap<UUID, List<Due>>();
    for (var letter : due) {
      var organisation = letter.organisation();
      if (organisation != null) {
        letters.computeIfAbsent(organisation, id -> new ArrayList<>()).add(letter);
      }
    }
    return letters;
  }

  /** Committed at once: no node waits for another's mail server. */
  private int take(UUID organisation, LocalDate day, int wanted, long most) {
    Integer room = apart.execute(status -> store.take(organisation, day, wanted, most));
    return room == null ? 0 : room;
  }

  /** Gives back the room of letters that did not go out. */
  void giveBack(LocalDate day, Collection<Due> letters) {
    byOrganisation(letters)
        .forEach((organisation, back) -> store.giveBack(organisation, day, back.size()));
  }

  void release(UUID organisation) {
    store.release(organisation);
  }

  long sentToday(UUID organisation) {
    return store.count(organisation, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  long heldBack(UUID organisation, int most) {
    return store.heldBack(organisation, most);
  }

  private static Instant after(LocalDate day) {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
