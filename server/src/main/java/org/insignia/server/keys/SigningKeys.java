package org.insignia.server.keys;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The signing keys of each organisation: one in use, and all that were. */
@Component
public class SigningKeys {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SigningKeyStore store;
  private final Organisations organisations;
  private final KeyEncryptionKey kek;
  private final Settings settings;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Map<KeyId, SigningKey> opened = new ConcurrentHashMap<>();

  SigningKeys(
      SigningKeyStore store,
      Organisations organisations,
      KeyEncryptionKey kek,
      Settings settings,
      Audit audit,
      ApplicationEventPublisher events) {
    this.events = events;
    this.store = store;
    this.organisations = organisations;
    this.kek = kek;
    this.settings = settings;
    this.audit = audit;
  }

  /** Before those who name the issuer by this key. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void founded(Organisations.Created event) {
    add("organisations.create", event.organisation().id());
  }

  /** The key to sign with now; the first call for an organisation without one makes it. */
  @Transactional
  public SigningKey current(OrganisationId organisation) {
    var row = store.inUse(organisation);
    if (row.isEmpty()) {
      add("worker:issuing", organisation);
      row = store.inUse(organisation);
    }
    return opened(row.orElseThrow(() -> new IllegalStateException("no key for " + organisation)));
  }

  /**
   * Retires the key in use and makes a new one. What is being signed at this moment may still bear
   * the old key, which stays published.
   *
   * @param actor who does it, for the audit
   */
  @Transactional
  public PublishedKey rotate(String actor, OrganisationId organisation) {
    store
        .inUse(organisation)
        .ifPresent(row -> {
          store.retire(row.published().id());
          opened.remove(row.published().id());
          String subject = "key:" + row.published().id().value();
          audit.record(actor, organisation.value(), "keys.retire", subject, "rotated");
        });
    add(actor, organisation);
    return store.inUse(organisation).orElseThrow().published();
  }

  /**
   * Somebody else may have had a key: from that day on nothing that it signed is believed. One in
   * use is retired first.
   *
   * @param since which day is left to whoever knows what happened
   * @throws Problem.NotFound if the organisation has no such key
   * @throws Problem.Conflict if it was said already
   */
  @Transactional
  public void compromise(String actor, OrganisationId organisation, KeyId id, Instant since) {
    var key =
        store.all(organisation).stream()
            .map(SigningKeyStore.Row::published)
            .filter(k -> k.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("no such key here"));
    if (key.retiredAt() == null) {
      rotate(actor, organisation);
    }
    if (!store.compromise(organisation, id, since)) {
      throw new Problem.Conflict("this key was said to be compromised already");
    }
    opened.remove(id);
    audit.record(
        actor, organisation.value(), "keys.compromise", "key:" + id.value(), "since " + since);
    events.publishEvent(new KeyCompromised(organisation));
  }

  /** The public parts of all keys, oldest first. */
  public List<PublishedKey> published(Organisation organisation) {
    return store.all(organisation.id()).stream().map(SigningKeyStore.Row::published).toList();
  }

  private void add(String actor, OrganisationId organisation) {
    KeyPair pair = KeyPair.generateEd25519(RANDOM);
    KeyId id = new KeyId(Ids.next());
    String publicKey = pair.publicKey().multibase();
    var sealed =
        new SigningKeyStore.Sealed(
            kek.seal(pair.secret(), owner(id, publicKey)), kek.fingerprint());
    if (store.insert(id, organisation, publicKey, sealed)) {
      audit.record(actor, organisation.value(), "keys.create", "key:" + id.value(), publicKey);
    }
  }

  private SigningKey opened(SigningKeyStore.Row row) {
    return opened.computeIfAbsent(
        row.published().id(),
        id -> {
          String publicKey = row.published().key().multibase();
          KeyPair pair = KeyPair.ed25519(kek.open(row.sealedSecret(), owner(id, publicKey)));
          if (!pair.publicKey().equals(row.published().key())) {
            throw new IllegalStateException(
                "key " + id.value() + " is not the pair of its public key");
          }
          Organisation organisation = organisations.get(row.organisation());
          return new SigningKey(id, Issuers.did(settings, organisation, pair.publicKey()), pair);
        });
  }

  /** Ties a sealed secret to its row: moved to another one, it does not open. */
  private static String owner(KeyId id, String publicKey) {
    return "key " + id.value() + " " + publicKey;
  }
}
