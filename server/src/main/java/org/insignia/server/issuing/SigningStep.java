package org.insignia.server.issuing;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.insignia.server.issuing.BatchSigning.Outcome;
import org.insignia.server.issuing.packing.PackedDocument;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.jobs.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs stored intents and stores the documents: whatever happens before the commit, the intents
 * are still there and are signed anew; after it, nothing is signed twice.
 */
@Component
class SigningStep implements Worker.Step {
  static final int BATCH = 500;
  private static final Duration RETRY = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(SigningStep.class);

  private final CredentialStore store;
  private final DocumentStore documents;
  private final BatchSigning signing;
  private final Suspensions suspensions;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final FaultPoints faults;

  SigningStep(
      CredentialStore store,
      DocumentStore documents,
      BatchSigning signing,
      Suspensions suspensions,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock,
      FaultPoints faults) {
    this.store = store;
    this.documents = documents;
    this.signing = signing;
    this.suspensions = suspensions;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
    this.faults = faults;
  }

  @Override
  public boolean once() {
    boolean worked = Boolean.TRUE.equals(transaction.execute(status -> signBatch()));
    if (worked) {
      faults.reach("signing.committed");
    }
    return worked;
  }

  private boolean signBatch() {
    List<Credential> taken = store.takeUnsigned(BATCH);
    if (taken.isEmpty()) {
      return false;
    }
    faults.reach("signing.taken");
    List<Outcome> outcomes = signing.sign(open(taken), clock.instant());
    faults.reach("signing.signed");
    var signed = new LinkedHashMap<CredentialId, PackedDocument>();
    var announced = new LinkedHashMap<CredentialId, OrganisationId>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Signed s -> {
          signed.put(s.credential().id(), s.document());
          // Who lost the award before hearing of it is told nothing; the status list has the word.
          if (s.credential().state() == Credential.State.ISSUED) {
            announced.put(s.credential().id(), s.credential().organisation());
          }
        }
        case Outcome.Unsignable u -> {
          LOG.error("credential {} cannot be signed: {}", u.credential().id().value(), u.problem());
          store.postpone(u.credential().id(), RETRY, u.problem());
        }
      }
    }
    keepKeys(outcomes);
    documents.insert(signed);
    faults.reach("signing.stored");
    documents.markUnannounced(List.copyOf(announced.keySet()));
    announced.forEach((id, whose) -> events.publishEvent(new CredentialIssued(id, whose)));
    faults.reach("signing.marked");
    return true;
  }

  /** What an organisation that is suspended would issue waits until it is open again. */
  private List<Credential> open(List<Credential> taken) {
    var closed =
        suspensions.among(taken.stream().map(Credential::organisation).distinct().toList());
    if (closed.isEmpty()) {
      return taken;
    }
    taken.stream()
        .filter(c -> closed.contains(c.organisation()))
        .forEach(c -> store.postpone(c.id(), RETRY, "the organisation is suspended"));
    return taken.stream().filter(c -> !closed.contains(c.organisation())).toList();
  }

  /** What waited for this organisation is due now. */
  @EventListener
  void on(Suspensions.Reopened reopened) {
    documents.dueNow(reopened.organisation());
  }

  /** Where a key was rotated between intent and signature, the intent follows the signature. */
  private void keepKeys(List<Outcome> outcomes) {
    outcomes.stream()
        .filter(Outcome.Signed.class::isInstance)
        .map(Outcome.Signed.class::cast)
        .filter(s -> !s.key().equals(s.credential().key()))
        .collect(
            Collectors.groupingBy(
                Outcome.Signed::key,
                Collectors.mapping(s -> s.credential().id(), Collectors.toList())))
        .entrySet()
        .forEach((Map.Entry<org.insignia.server.keys.KeyId, List<CredentialId>> e) ->
            store.setKey(e.getValue(), e.getKey()));
  }
}
