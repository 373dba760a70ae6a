package org.insignia.server.api.oauth.consent;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes what people allow, and takes it back. */
@Service
public class Consents {
  /** How long a code is good. */
  static final Duration CODE_LIFE = Duration.ofSeconds(60);

  private final ConsentStore store;
  private final FamilyStore grants;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Consents(ConsentStore store, FamilyStore grants, Audit audit, Clock clock) {
    this.store = store;
    this.grants = grants;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a person allowed, the last first. */
  public List<Consent> of(PersonId person) {
    return store.of(person);
  }

  /** What this person allowed this program before. */
  Optional<Consent> earlier(PersonId person, UUID client) {
    return store.find(person, client);
  }

  /**
   * The person said yes.
   *
   * @return the code that the program exchanges; only its hash is kept
   */
  @Transactional
  SecretToken allow(PersonId person, AuthorizationRequest request) {
    var now = clock.instant();
    var consent = store.put(Ids.next(), person, request.client().id(), request.scope(), now);
    var grant = Ids.next();
    var code = SecretToken.fresh(random);
    grants.insert(grant, consent, request, now);
    grants.insertCode(code.hash(), grant, request, now.plus(CODE_LIFE));
    record(person, "oauth.allow", request.client().id(), request.scope());
    return code;
  }

  /** From now on nothing that the program got opens anything; false where there is none. */
  @Transactional
  public boolean end(PersonId person, UUID consent) {
    var ended = store.delete(person, consent);
    ended.ifPresent(client -> record(person, "oauth.end", client, ""));
    return ended.isPresent();
  }

  /** As {@link #end}, for every program. */
  @Transactional
  void endAll(PersonId person) {
    store.deleteOf(person).forEach(client -> record(person, "oauth.end", client, "all"));
  }

  private void record(PersonId person, String action, UUID client, String detail) {
    audit.record("person:" + person.value(), null, action, "client:" + client, detail);
  }
}
