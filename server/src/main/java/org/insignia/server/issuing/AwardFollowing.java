package org.insignia.server.issuing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.eligibility.AwardChange;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.Intents.Order;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from news of awards: given, a credential is intended; changed, it is replaced;
 * withdrawn, it is revoked.
 */
@Component
class AwardFollowing {
  private static final String ACTOR = "worker:issuing";

  private final CredentialStore store;
  private final Intents intents;
  private final CredentialStates states;
  private final CorrectedNameStore correctedNames;

  AwardFollowing(
      CredentialStore store,
      Intents intents,
      CredentialStates states,
      CorrectedNameStore correctedNames) {
    this.store = store;
    this.intents = intents;
    this.states = states;
    this.correctedNames = correctedNames;
  }

  /**
   * Writes down what follows, in the caller's transaction. The same news again changes nothing.
   *
   * @param holders of all dossiers in the news
   */
  void follow(List<AwardChange> news, Map<DossierId, Holder> holders) {
    var latest = new LinkedHashMap<AwardId, AwardChange>();
    news.forEach(change -> latest.put(change.award(), change));
    Map<AwardId, Credential> current =
        store.currentLocked(latest.keySet()).stream()
            .collect(Collectors.toMap(Credential::award, Function.identity()));
    var names = correctedNames.find(latest.keySet());
    var orders = new ArrayList<Order>();
    for (AwardChange change : latest.values()) {
      Credential credential = current.get(change.award());
      switch (change.state()) {
        case WITHDRAWN -> {
          if (credential != null) {
            states.revoke(ACTOR, credential, change.reason());
          }
        }
        case GIVEN, CHANGED -> {
          Order order = order(change, holder(change, holders), credential);
          given(change, credential, corrected(order, names.get(change.award())), orders);
        }
      }
    }
    intents.store(ACTOR, orders);
  }

  private static Holder holder(AwardChange change, Map<DossierId, Holder> holders) {
    Holder holder = holders.get(change.dossier());
    if (holder == null) {
      throw new IllegalStateException("nobody to reach for award " + change.award().value());
    }
    return holder;
  }

  /** What the issuer corrected is not undone by a provider that goes on saying what was wrong. */
  private static Order corrected(Order order, CorrectedNameStore.@Nullable CorrectedName name) {
    return name == null ? order : order.inTheNameOf(name.instead(order.recipientName()));
  }

  private void given(
      AwardChange change, @Nullable Credential current, Order order, List<Order> orders) {
    if (current == null) {
      // Of an award that was known, nothing stands only where staff revoked it: that is their word.
      if (change.state() == AwardChange.State.GIVEN) {
        orders.add(order);
      }
    } else if (differs(change, order, current)) {
      states.replace(ACTOR, current, change.reason());
      orders.add(order);
    } else if (!order.dossier().equals(current.dossier())) {
      store.setDossier(current.id(), order.dossier());
    }
  }

  /**
   * Whether the credential says something else than the award. Who it is about is looked at only
   * where that is the news: a name spelt otherwise in a later file corrects nothing.
   */
  private static boolean differs(AwardChange change, Order order, Credential current) {
    boolean person =
        change.state() == AwardChange.State.CHANGED
            && (!order.recipientName().equals(current.recipientName())
                || (!order.dossier().equals(current.dossier())
                    && !order.recipient().equals(current.recipient())));
    return person
        || !order.earnedAt().equals(current.earnedAt())
        || !Objects.equals(order.validUntil(), current.validUntil())
        || !order.achievement().equals(current.achievement());
  }

  private static Order order(AwardChange change, Holder holder, @Nullable Credential current) {
    return new Order(
        change.award(),
        change.organisation(),
        change.achievement(),
        change.dossier(),
        holder.email(),
        holder.name(),
        holder.language(),
        change.earnedAt(),
        change.validUntil(),
        current == null ? null : current.id());
  }
}
