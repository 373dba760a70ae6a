package org.insignia.server.issuing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.details.DetailStore;
import org.insignia.server.issuing.status.StatusIndexes;
import org.insignia.server.issuing.status.StatusPosition;
import org.insignia.server.keys.KeyId;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Decides everything about a new credential but its signature, and stores it. */
@Component
public class Intents {
  private static final String ACTION = "issuing.issue";

  private final CredentialStore store;
  private final DetailStore details;
  private final StatusIndexes indexes;
  private final SigningKeys keys;
  private final Achievements achievements;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Intents(
      CredentialStore store,
      DetailStore details,
      StatusIndexes indexes,
      SigningKeys keys,
      Achievements achievements,
      Audit audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.store = store;
    this.details = details;
    this.indexes = indexes;
    this.keys = keys;
    this.achievements = achievements;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Published in the transaction in which intents are stored. */
  record Stored() {}

  /** A credential that is wanted. */
  public record Order(
      AwardId award,
      OrganisationId organisation,
      AchievementId achievement,
      DossierId dossier,
      EmailAddress recipient,
      String recipientName,
      Language language,
      Instant earnedAt,
      @Nullable Instant validUntil,
      @Nullable CredentialId replaces) {
    public Order {
      earnedAt = earnedAt.truncatedTo(ChronoUnit.SECONDS);
      validUntil = validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The same order in another name. */
    Order inTheNameOf(String name) {
      return new Order(
          award,
          organisation,
          achievement,
          dossier,
          recipient,
          name,
          language,
          earnedAt,
          validUntil,
          replaces);
    }

    /** The same statement about somebody whose name was wrong. */
    static Order correcting(Credential old, String name) {
      return new Order(
          old.award(),
          old.organisation(),
          old.achievement(),
          old.dossier(),
          old.recipient(),
          name,
          old.language(),
          old.earnedAt(),
          old.validUntil(),
          old.id());
    }
  }

  /**
   * Stores the intents of these orders, in the caller's transaction.
   *
   * @return their credentials; those of one organisation in the order of the orders
   */
  public List<CredentialId> store(String actor, List<Order> orders) {
    return decide(actor, orders).stream().map(Credential::id).toList();
  }

  /** As {@link #store}, and tells all of them. */
  public List<Credential> decide(String actor, List<Order> orders) {
    var intents = intend(orders);
    Map<UUID, Integer> counts = new TreeMap<>();
    orders.forEach(order -> counts.merge(order.organisation().value(), 1, Integer::sum));
    counts.forEach((organisation, count) ->
        audit.record(actor, organisation, ACTION, "credentials", count + " credentials"));
    return intents;
  }

  /** As {@link #decide} for those that were asked for one by one: each has its audit line. */
  public List<Credential> decideEach(String actor, List<Order> orders) {
    var intents = intend(orders);
    intents.stream()
        .collect(Collectors.groupingBy(Credential::organisation))
        .forEach((organisation, theirs) ->
            audit.recordEach(
                actor,
                organisation.value(),
                ACTION,
                theirs.stream().map(intent -> "credential:" + intent.id().value()).toList()));
    return intents;
  }

  private List<Credential> intend(List<Order> orders) {
    if (orders.isEmpty()) {
      return List.of();
    }
    Map<AchievementId, DesignId> designs =
        achievements.designs(orders.stream().map(Order::achievement).distinct().toList());
    // Organisations in one order on every node, so that two do not wait for each other's lists.
    var byOrganisation = new TreeMap<UUID, List<Order>>();
    orders.forEach(order ->
        byOrganisation
            .computeIfAbsent(order.organisation().value(), id -> new ArrayList<>())
            .add(order));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var intents = new ArrayList<Credential>(orders.size());
    byOrganisation.forEach((id, ordered) -> {
      var organisation = new OrganisationId(id);
      KeyId key = keys.current(organisation).id();
      Iterator<StatusPosition> positions = indexes.take(organisation, ordered.size()).iterator();
      for (Order order : ordered) {
        DesignId design = designs.get(order.achievement());
        if (design == null) {
          throw new IllegalStateException("no achievement " + order.achievement());
        }
        intents.add(intent(order, design, key, positions.next(), now));
      }
    });
    insert(intents);
    return List.copyOf(intents);
  }

  private void insert(List<Credential> intents) {
    store.insert(intents);
    for (Credential intent : intents) {
      CredentialId replaced = intent.replaces();
      if (replaced != null) {
        details.copy(replaced.value(), intent.id().value());
      }
    }
    events.publishEvent(new Stored());
  }

  private static Credential intent(
      Order order, DesignId design, KeyId key, StatusPosition position, Instant now) {
    return new Credential(
        new CredentialId(Ids.next()),
        order.award(),
        order.organisation(),
        order.achievement(),
        design,
        order.dossier(),
        order.recipient(),
        order.recipientName(),
        order.language(),
        order.earnedAt(),
        order.validUntil(),
        now,
        key,
        position,
        order.replaces(),
        null,
        Credential.State.ISSUED,
        null);
  }
}
