package org.insignia.server.accounts.passkey;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SafetyChanged;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passkeys of people. One counts as two factors: the device that holds it, and the gesture or
 * number that unlocks it there.
 */
@Service
public class Passkeys {
  private static final int CHALLENGE_BYTES = 32;
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 60;

  private final PasskeyStore store;
  private final Ceremony ceremony;
  private final Accounts accounts;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Passkeys(
      PasskeyStore store,
      Ceremony ceremony,
      Accounts accounts,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.ceremony = ceremony;
    this.accounts = accounts;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** A question that is asked once, in base64url; its answer is worth nothing for another. */
  public String challenge() {
    var bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    return new Octets(bytes).base64Url();
  }

  /** What the browser is told to make a passkey, as WebAuthn's JSON. */
  public Map<String, Object> creation(PersonId id, String challenge) {
    var person = accounts.person(id);
    var mailbox = accounts.verifiedAddresses(id).getFirst().value();
    return Map.of(
        "rp",
        Map.of("id", ceremony.relyingParty(), "name", "Insignia"),
        "user",
        Map.of("id", handle(id), "name", mailbox, "displayName", person.name()),
        "challenge",
        challenge,
        "pubKeyCredParams",
        Ceremony.algorithms().stream()
            .map(a -> Map.<String, Object>of("type", "public-key", "alg", a))
            .toList(),
        "excludeCredentials",
        store.credentialIds(id).stream()
            .map(c -> Map.of("type", "public-key", "id", c.base64Url()))
            .toList(),
        "authenticatorSelection",
        Map.of(
            "residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
        "attestation",
        "none");
  }

  /** What the browser is told to let somebody choose one of their passkeys. */
  public Map<String, Object> request(String challenge) {
    return Map.of(
        "rpId",
        ceremony.relyingParty(),
        "challenge",
        challenge,
        "userVerification",
        "required",
        "allowCredentials",
        List.of());
  }

  private static String handle(PersonId person) {
    var bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(person.value().getMostSignificantBits());
    bytes.putLong(person.value().getLeastSignificantBits());
    return new Octets(bytes.array()).base64Url();
  }

  /**
   * Keeps a passkey that was just made. Whoever calls this was shown that it is the person.
   *
   * @param json the browser's answer
   * @return false if it does not answer the challenge, is known already, or there are too many
   */
  @Transactional
  public boolean add(PersonId person, String json, String challenge, String name) {
    var part = ceremony.made(json, Ceremony.decoded(challenge));
    if (part.isEmpty()
        || store.find(part.get().credentialId()).isPresent()
        || store.of(person).size() >= MOST) {
      return false;
    }
    var kept = name(name);
    try {
      store.insert(Ids.next(), person, part.get(), kept, clock.instant());
    } catch (DuplicateKeyException known) {
      throw new Problem.Conflict("this passkey was added at the same moment");
    }
    events.publishEvent(new SafetyChanged(person, What.PASSKEY_ADDED, kept));
    return true;
  }

  /** Whose passkey answered the challenge; empty if none of ours did. */
  @Transactional
  public Optional<PersonId> check(String json, String challenge) {
    var answer = ceremony.read(json);
    var row = answer.flatMap(a -> store.find(a.credentialId()));
    if (answer.isEmpty() || row.isEmpty()) {
      return Optional.empty();
    }
    var part = row.get().part();
    return ceremony
        .used(answer.get(), part, Ceremony.decoded(challenge))
        .filter(used ->
            store.used(
                row.get().id(),
                part.signCount(),
                used.signCount(),
                used.backedUp(),
                clock.instant()))
        .map(used -> row.get().person());
  }

  /** The passkeys of a person, the oldest first. */
  public List<Passkey> of(PersonId person) {
    return store.of(person);
  }

  /** Gives one another name. */
  @Transactional
  public void rename(PersonId person, UUID id, String name) {
    if (store.rename(person, id, name(name))) {
      audit.record("person:" + person, null, "accounts.passkey-named", "passkey:" + id, "");
    }
  }

  /** Takes one away. Whoever calls this was shown that it is the person. */
  @Transactional
  public void remove(PersonId person, UUID id) {
    store
        .remove(person, id)
        .ifPresent(
            name -> events.publishEvent(new SafetyChanged(person, What.PASSKEY_REMOVED, name)));
  }

  private static String name(String typed) {
    var plain = typed.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    int end =
        plain.offsetByCodePoints(
            0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())));
    return plain.isEmpty() ? "Passkey" : plain.substring(0, end);
  }
}
