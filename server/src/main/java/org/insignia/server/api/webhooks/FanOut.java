package org.insignia.server.api.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes of each note a delivery for everybody who wants to be told. */
@Component
final class FanOut {
  private static final int AT_ONCE = 200;

  private final DeliveryStore deliveries;
  private final WebhookStore webhooks;
  private final Credentials credentials;
  private final Achievements achievements;
  private final Organisations organisations;
  private final Bodies bodies;
  private final TransactionTemplate transaction;

  FanOut(
      DeliveryStore deliveries,
      WebhookStore webhooks,
      Credentials credentials,
      Achievements achievements,
      Organisations organisations,
      Bodies bodies,
      TransactionTemplate transaction) {
    this.deliveries = deliveries;
    this.webhooks = webhooks;
    this.credentials = credentials;
    this.achievements = achievements;
    this.organisations = organisations;
    this.bodies = bodies;
    this.transaction = transaction;
  }

  /** False if nothing was noted. */
  boolean once() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var notes = deliveries.takeNotes(AT_ONCE);
          if (notes.isEmpty()) {
            return false;
          }
          var made = deliveries(notes);
          if (!made.isEmpty()) {
            deliveries.insert(made);
          }
          return true;
        }));
  }

  private List<Delivery> deliveries(List<DeliveryStore.Note> notes) {
    var ids = notes.stream().map(DeliveryStore.Note::credential).distinct().toList();
    var badges =
        credentials.find(ids).stream()
            .collect(Collectors.toMap(Credential::id, Function.identity()));
    var whose = badges.values().stream().map(Credential::organisation).distinct().toList();
    var listening =
        webhooks.active(whose).stream().collect(Collectors.groupingBy(Webhook::organisation));
    var wanted =
        badges.values().stream().filter(c -> listening.containsKey(c.organisation())).toList();
    var what =
        achievements.get(wanted.stream().map(Credential::achievement).distinct().toList()).stream()
            .collect(Collectors.toMap(Achievement::id, Function.identity()));
    var issuers =
        organisations.get(List.copyOf(listening.keySet())).stream()
            .collect(Collectors.toMap(Organisation::id, Function.identity()));
    var made = new ArrayList<Delivery>();
    for (var note : notes) {
      var badge = badges.get(note.credential());
      if (badge == null || !listening.containsKey(badge.organisation())) {
        continue;
      }
      var body =
          bodies.of(
              note,
              badge,
              Objects.requireNonNull(what.get(badge.achievement())),
              Objects.requireNonNull(issuers.get(badge.organisation())));
      for (var webhook : Objects.requireNonNull(listening.get(badge.organisation()))) {
        if (webhook.events().contains(note.type())) {
          made.add(Delivery.fresh(webhook, note.id(), note.type().word(), body, note.at()));
        }
      }
    }
    return made;
  }
}
