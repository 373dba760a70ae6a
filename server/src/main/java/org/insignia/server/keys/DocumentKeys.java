package org.insignia.server.keys;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.paper.pdf.DocumentSeal;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys with which each organisation signs documents on paper: one in use, and all that were.
 * They are of P-256, which every reader of PDF knows, and never sign a credential.
 */
@Component
public class DocumentKeys {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Nothing is signed with a certificate that ends sooner than this. */
  private static final Duration LEAST_LEFT = Duration.ofDays(365);

  private final DocumentKeyStore store;
  private final Organisations organisations;
  private final SigningKeys signing;
  private final KeyEncryptionKey kek;
  private final Settings settings;
  private final Audit audit;
  private final Map<KeyId, DocumentKey> opened = new ConcurrentHashMap<>();

  DocumentKeys(
      DocumentKeyStore store,
      Organisations organisations,
      SigningKeys signing,
      KeyEncryptionKey kek,
      Settings settings,
      Audit audit) {
    this.store = store;
    this.organisations = organisations;
    this.signing = signing;
    this.kek = kek;
    this.settings = settings;
    this.audit = audit;
  }

  /** After the signing key, which says under which DID the organisation is known. */
  @EventListener
  void founded(Organisations.Created event) {
    add("organisations.create", event.organisation().id());
  }

  /**
   * Signs documents in the organisation's name; the first call for an organisation without a key
   * makes it, and one whose certificate ends within a year is replaced.
   */
  @Transactional
  public DocumentSeal current(OrganisationId organisation) {
    var row = store.inUse(organisation);
    if (row.isPresent() && ends(row.get()).isBefore(Instant.now().plus(LEAST_LEFT))) {
      retire("worker:keys", organisation, row.get(), "its certificate ends");
      row = store.inUse(organisation);
    }
    if (row.isEmpty()) {
      add("worker:keys", organisation);
      row = store.inUse(organisation);
    }
    return opened(
        organisation,
        row.orElseThrow(() -> new IllegalStateException("no document key for " + organisation)));
  }

  private static Instant ends(DocumentKeyStore.Row row) {
    return DocumentCertificate.read(row.certificate()).getNotAfter().toInstant();
  }

  /**
   * Retires the key in use and makes a new one; the certificate stays published.
   *
   * @param actor who does it, for the audit
   */
  @Transactional
  public PublishedCertificate rotate(String actor, OrganisationId organisation) {
    store.inUse(organisation).ifPresent(row -> retire(actor, organisation, row, "rotated"));
    add(actor, organisation);
    return published(store.inUse(organisation).orElseThrow());
  }

  /**
   * As {@link SigningKeys#compromise}, for papers.
   *
   * @throws Problem.NotFound if the organisation has no such key
   * @throws Problem.Conflict if it was said already
   */
  @Transactional
  public void compromise(String actor, OrganisationId organisation, KeyId id, Instant since) {
    var key =
        store.all(organisation).stream()
            .filter(k -> k.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("no such key here"));
    if (key.retiredAt() == null) {
      rotate(actor, organisation);
    }
    if (!store.compromise(organisation, id, since)) {
      throw new Problem.Conflict("this key was said to be compromised already");
    }
    String subject = "document-key:" + id.value();
    audit.record(actor, organisation.value(), "keys.compromise", subject, "since " + since);
  }

  /** The certificates of all keys, that in use first. */
  public List<PublishedCertificate> published(OrganisationId organisation) {
    var all = new ArrayList<PublishedCertificate>();
    store.all(organisation).forEach(row -> all.add(published(row)));
    return all;
  }

  private void retire(
      String actor, OrganisationId organisation, DocumentKeyStore.Row row, String why) {
    store.retire(row.id());
    opened.remove(row.id());
    String subject = "document-key:" + row.id().value();
    audit.record(actor, organisation.value(), "keys.retire", subject, why);
  }

  private void add(String actor, OrganisationId id) {
    Organisation organisation = organisations.get(id);
    KeyPair pair = KeyPair.generateP256(RANDOM);
    KeyId key = new KeyId(Ids.next());
    var addresses =
        List.of(
            Issuers.did(settings, organisation, signing.current(id).publicKey()),
            settings.url("/org/" + organisation.slug()).toString());
    var certificate =
        DocumentCertificate.make(pair, organisation.name(), addresses, Instant.now(), RANDOM);
    var sealed =
        new SigningKeyStore.Sealed(
            kek.seal(pair.secret(), owner(key, pair.publicKey())), kek.fingerprint());
    if (store.insert(key, id, pair.publicKey(), certificate, sealed)) {
      String subject = "document-key:" + key.value();
      audit.record(actor, id.value(), "keys.create", subject, pair.publicKey().multibase());
    }
  }

  private DocumentKey opened(OrganisationId organisation, DocumentKeyStore.Row row) {
    return opened.computeIfAbsent(
        row.id(),
        id -> {
          KeyPair pair = KeyPair.p256(kek.open(row.sealedSecret(), owner(id, row.key())));
          if (!pair.publicKey().equals(row.key())) {
            throw new IllegalStateException(
                "document key " + id.value() + " is not the pair of its public key");
          }
          String name = organisations.get(organisation).name();
          return new DocumentKey(name, pair, row.certificate());
        });
  }

  private static PublishedCertificate published(DocumentKeyStore.Row row) {
    X509Certificate certificate = DocumentCertificate.read(row.certificate());
    return new PublishedCertificate(
        row.id(),
        row.key(),
        DocumentCertificate.pem(row.certificate()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        row.retiredAt(),
        row.compromisedAt());
  }

  /** Ties a sealed secret to its row: moved to another one, it does not open. */
  private static String owner(KeyId id, PublicKey key) {
    return "document key " + id.value() + " " + key.multibase();
  }
}
