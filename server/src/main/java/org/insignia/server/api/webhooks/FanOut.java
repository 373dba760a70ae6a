package org.insignia.server.api.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.api.events.EventType;
import org.insignia.server.api.events.Noted;
import org.insignia.server.api.events.Subject;
import org.insignia.server.api.events.Subjects;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes of everything that happens a delivery for everybody who wants to be told. */
@Component
class FanOut {
  private static final int AT_ONCE = 200;

  private final DeliveryStore deliveries;
  private final WebhookStore webhooks;
  private final Subjects subjects;
  private final Organisations organisations;
  private final Bodies bodies;
  private final TransactionTemplate transaction;

  FanOut(
      DeliveryStore deliveries,
      WebhookStore webhooks,
      Subjects subjects,
      Organisations organisations,
      Bodies bodies,
      TransactionTemplate transaction) {
    this.deliveries = deliveries;
    this.webhooks = webhooks;
    this.subjects = subjects;
    this.organisations = organisations;
    this.bodies = bodies;
    this.transaction = transaction;
  }

  /** In the transaction of what happens. */
  @EventListener
  void on(Noted noted) {
    deliveries.note(
        noted.happenings().stream()
            .map(h ->
                new DeliveryStore.Note(h.id(), h.type(), h.organisation(), h.subject(), h.at()))
            .toList());
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
    Map<UUID, Subject> about =
        subjects.of(notes.stream().map(n -> new Subjects.Named(n.type(), n.subject())).toList());
    addErased(notes, about);
    var whose = about.values().stream().map(Subject::organisation).distinct().toList();
    var listening =
        webhooks.active(whose).stream().collect(Collectors.groupingBy(Webhook::organisation));
    var issuers =
        organisations.get(List.copyOf(listening.keySet())).stream()
            .collect(Collectors.toMap(Organisation::id, Function.identity()));
    var made = new ArrayList<Delivery>();
    for (var note : notes) {
      var subject = about.get(note.subject());
      if (subject == null || !listening.containsKey(subject.organisation())) {
        continue;
      }
      var issuer = Objects.requireNonNull(issuers.get(subject.organisation()));
      var body = bodies.of(note, subject, issuer);
      for (var webhook : Objects.requireNonNull(listening.get(subject.organisation()))) {
        if (webhook.events().contains(note.type())) {
          var said = said(webhook, note, issuer, body);
          made.add(Delivery.fresh(webhook, note.id(), note.type().word(), said, note.at()));
        }
      }
    }
    return made;
  }

  /** Whose was erased is not found any more, and who knew of it wants to know just that. */
  private static void addErased(List<DeliveryStore.Note> notes, Map<UUID, Subject> about) {
    for (var note : notes) {
      var organisation = note.organisation();
      if (note.type() == EventType.ERASED && organisation != null) {
        about.putIfAbsent(note.subject(), new Subject.Gone(note.subject(), organisation));
      }
    }
  }

  /** What has no word in a subscriber's tongue is told in ours. */
  private String said(
      Webhook webhook, DeliveryStore.Note note, Organisation issuer, String standard) {
    return webhook.shape() == Webhook.Shape.CREDLY
        ? note.type()
            .plainWord()
            .map(word -> bodies.few(note.id(), word, note.at(), issuer))
            .orElse(standard)
        : standard;
  }
}
