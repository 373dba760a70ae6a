package org.insignia.server.issuing.erasure;

import java.util.List;
import org.insignia.server.eligibility.HandAwards;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.identity.Recipients;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases whom a badge is about. The badge is revoked and nameless, its document and all its copies
 * are gone; what stays is a place in a status list that says revoked, and that it was erased.
 */
@Component
public class Erasing {
  private final Credentials credentials;
  private final NamelessStore store;
  private final HandAwards awards;
  private final Recipients recipients;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Erasing(
      Credentials credentials,
      NamelessStore store,
      HandAwards awards,
      Recipients recipients,
      Audit audit,
      ApplicationEventPublisher events) {
    this.credentials = credentials;
    this.store = store;
    this.awards = awards;
    this.recipients = recipients;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Erases a badge with all its copies; nobody is written to.
   *
   * @throws Problem.NotFound if there is none
   */
  @Transactional
  public void erase(String actor, CredentialId id) {
    Credential badge =
        credentials
            .decided(id)
            .filter(c -> !c.isErased())
            .orElseThrow(() -> new Problem.NotFound("credential " + id.value()));
    recipients.lock(badge.organisation());
    store.letGo(badge.award());
    List<CredentialId> copies = store.copies(badge.award());
    copies.forEach(copy -> credentials.revokeQuietly(actor, copy, "erased"));
    var origin = awards.find(badge.award());
    store.erase(badge.award());
    origin.map(HandAwards.Given::run).ifPresent(store::eraseList);
    awards.forget(badge.award());
    if (!awards.isNamed(badge.organisation(), badge.recipient())) {
      recipients.forget(badge.organisation(), badge.recipient());
    }
    audit.record(
        actor,
        badge.organisation().value(),
        "issuing.erase",
        "credential:" + id.value(),
        copies.size() + " copies");
    events.publishEvent(new CredentialErased(badge.organisation(), copies, badge.recipient()));
  }
}
