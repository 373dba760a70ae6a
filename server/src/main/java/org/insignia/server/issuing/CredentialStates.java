package org.insignia.server.issuing;

import java.util.List;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes of a credential's state: the row, the list's version, the audit line, the event. */
@Component
class CredentialStates {
  private final CredentialStore store;
  private final StatusLists lists;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  CredentialStates(
      CredentialStore store, StatusLists lists, Audit audit, ApplicationEventPublisher events) {
    this.store = store;
    this.lists = lists;
    this.audit = audit;
    this.events = events;
  }

  /** For good; a credential that is revoked already stays as it is. */
  void revoke(String actor, Credential credential, String reason) {
    if (credential.state() != State.REVOKED) {
      change(actor, credential, State.REVOKED, reason, false);
    }
  }

  /** As {@link #revoke}, and its earner gets no mail about it. */
  void revokeQuietly(String actor, Credential credential, String reason) {
    if (credential.state() != State.REVOKED) {
      change(actor, credential, State.REVOKED, reason, true);
    }
  }

  void suspend(String actor, Credential credential, String reason) {
    if (credential.state() != State.ISSUED) {
      throw new Problem.Conflict(
          "a credential that is " + word(credential) + " cannot be suspended");
    }
    change(actor, credential, State.SUSPENDED, reason, false);
  }

  void reinstate(String actor, Credential credential) {
    if (credential.state() != State.SUSPENDED) {
      throw new Problem.Conflict(
          "a credential that is " + word(credential) + " cannot be reinstated");
    }
    change(actor, credential, State.ISSUED, null, false);
  }

  /** For good; the one that stands in for it is stored in the same transaction. */
  void replace(String actor, Credential credential, String reason) {
    if (credential.state() != State.ISSUED && credential.state() != State.SUSPENDED) {
      throw new Problem.Conflict(
          "a credential that is " + word(credential) + " cannot be replaced");
    }
    change(actor, credential, State.REPLACED, reason, false);
  }

  private static String word(Credential credential) {
    return credential.state().name().toLowerCase(java.util.Locale.ROOT);
  }

  private void change(
      String actor, Credential credential, State state, @Nullable String reason, boolean quiet) {
    store.setState(credential.id(), state, reason);
    lists.changed(List.of(credential.status().list()));
    audit.record(
        actor,
        credential.organisation().value(),
        "issuing." + state.name().toLowerCase(java.util.Locale.ROOT),
        "credential:" + credential.id().value(),
        reason == null ? "" : reason);
    events.publishEvent(
        new CredentialStateChanged(credential.id(), credential.organisation(), state, quiet));
  }
}
