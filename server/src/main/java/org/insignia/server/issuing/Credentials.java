package org.insignia.server.issuing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.eligibility.HandAwards;
import org.insignia.server.issuing.CorrectedNameStore.CorrectedName;
import org.insignia.server.issuing.Intents.Order;
import org.insignia.server.issuing.details.DetailStore;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The credentials of this server. Only signed ones are seen here; who may see which is decided by
 * the caller.
 */
@Component
public class Credentials {
  private final CredentialStore store;
  private final DocumentStore documents;
  private final CredentialStates states;
  private final Intents intents;
  private final CorrectedNameStore correctedNames;
  private final DetailStore details;
  private final HandAwards byHand;

  Credentials(
      CredentialStore store,
      DocumentStore documents,
      CredentialStates states,
      Intents intents,
      CorrectedNameStore correctedNames,
      DetailStore details,
      HandAwards byHand) {
    this.store = store;
    this.documents = documents;
    this.states = states;
    this.intents = intents;
    this.correctedNames = correctedNames;
    this.details = details;
    this.byHand = byHand;
  }

  public Optional<Credential> find(CredentialId id) {
    return store.signed(id);
  }

  /** Also one that is decided and not signed yet, which the outside knows nothing of. */
  public Optional<Credential> decided(CredentialId id) {
    return store.find(id);
  }

  /** The valid credential of an award, signed or not. */
  public Optional<CredentialId> standing(AwardId award) {
    return store.standing(award);
  }

  /** What stands for these awards, signed or not. */
  public Map<AwardId, Credential> standing(Collection<AwardId> awards) {
    return store.standing(awards).stream()
        .collect(Collectors.toMap(Credential::award, Function.identity()));
  }

  /** How many of an organisation wait for their signature; no more than so many are counted. */
  public int countUnsigned(OrganisationId organisation, int most) {
    return store.countUnsigned(organisation, most);
  }

  /** Several at once, oldest first; unknown ones are left out. */
  public List<Credential> find(Collection<CredentialId> ids) {
    return ids.isEmpty() ? List.of() : store.signed(ids);
  }

  /** The credential whose certificate has this number. */
  public Optional<Credential> numbered(CertificateNumber number) {
    return store.signedAt(number.millisecond()).stream()
        .filter(c -> CertificateNumber.of(c.id()).equals(number))
        .findFirst();
  }

  /** What stands for these awards, in force or suspended: at most one for each. */
  public List<Credential> current(Collection<AwardId> awards) {
    return awards.isEmpty() ? List.of() : store.signedFor(awards);
  }

  /** All that were issued to one of these addresses, latest achievement first. */
  public List<Credential> forRecipients(
      Collection<org.insignia.server.platform.mail.EmailAddress> addresses) {
    return addresses.isEmpty() ? List.of() : store.signedTo(addresses);
  }

  /** How many of an achievement are in force; no more than so many are counted. */
  public int countInForce(AchievementId achievement, int most) {
    return store.countInForce(achievement, most);
  }

  /** The latest of an achievement that are in force, latest first. */
  public List<CredentialId> latestInForce(AchievementId achievement, int limit) {
    return store.latestInForce(achievement, limit);
  }

  /** The signed document, JSON in UTF-8, as it was signed to the byte. */
  public Optional<Bytes> document(CredentialId id) {
    return documents.find(id);
  }

  /**
   * Signed credentials that nobody was told about, taken in the caller's transaction: if it rolls
   * back, they come again.
   */
  public List<CredentialId> takeUnannounced(int limit) {
    return documents.takeUnannounced(limit);
  }

  /**
   * Revokes for good; nothing happens where it is revoked already.
   *
   * @param reason told to the earner and to who verifies
   */
  @Transactional
  public void revoke(String actor, CredentialId id, String reason) {
    Credential credential = locked(id);
    states.revoke(actor, credential, required(reason));
    byHand.takeBack(credential.award());
  }

  /** As {@link #revoke}, and its earner gets no mail about it. */
  @Transactional
  public void revokeQuietly(String actor, CredentialId id, String reason) {
    Credential credential = locked(id);
    states.revokeQuietly(actor, credential, required(reason));
    byHand.takeBack(credential.award());
  }

  /** Those of these that are announced by no mail. */
  public Set<CredentialId> quiet(Collection<CredentialId> ids) {
    Map<UUID, Details> found = details.find(ids.stream().map(CredentialId::value).toList());
    return ids.stream()
        .filter(id -> found.getOrDefault(id.value(), Details.NONE).quiet())
        .collect(Collectors.toSet());
  }

  /** What a credential says beyond what all have. */
  public Details details(CredentialId id) {
    return details.find(List.of(id.value())).getOrDefault(id.value(), Details.NONE);
  }

  /** As {@link #details(CredentialId)} for many; those that say nothing are left out. */
  public Map<UUID, Details> details(Collection<CredentialId> ids) {
    return ids.isEmpty() ? Map.of() : details.find(ids.stream().map(CredentialId::value).toList());
  }

  /**
   * Sets it out of force until it is reinstated.
   *
   * @throws Problem.Conflict unless it is in force
   */
  @Transactional
  public void suspend(String actor, CredentialId id, String reason) {
    states.suspend(actor, locked(id), required(reason));
  }

  /**
   * @throws Problem.Conflict unless it is suspended
   */
  @Transactional
  public void reinstate(String actor, CredentialId id) {
    states.reinstate(actor, locked(id));
  }

  /**
   * Issues a corrected copy under another name; the old one points to it and is void.
   *
   * @return the new one, which is signed in a moment
   */
  @Transactional
  public CredentialId replace(String actor, CredentialId id, String recipientName, String reason) {
    Credential old = locked(id);
    if (recipientName.isBlank()) {
      throw new Problem.Invalid("recipientName", "a name is needed");
    }
    states.replace(actor, old, required(reason));
    String name = recipientName.strip();
    correctedNames.put(old.award(), new CorrectedName(old.recipientName(), name));
    return intents.store(actor, List.of(Order.correcting(old, name))).getFirst();
  }

  /**
   * Puts another in its place, of the same award or of another; the old one points to it and is
   * void.
   *
   * @param order names the old one as what it replaces
   * @return the new one, which is signed in a moment
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public CredentialId replace(String actor, CredentialId id, Order order, String reason) {
    Credential old = locked(id);
    states.replace(actor, old, required(reason));
    if (!order.award().equals(old.award())) {
      byHand.takeBack(old.award());
    } else if (!order.recipientName().equals(old.recipientName())) {
      correctedNames.put(
          old.award(), new CorrectedName(old.recipientName(), order.recipientName()));
    }
    return intents.store(actor, List.of(order)).getFirst();
  }

  private Credential locked(CredentialId id) {
    return store.locked(id).orElseThrow(() -> new Problem.NotFound("credential " + id.value()));
  }

  private static String required(String reason) {
    if (reason.isBlank()) {
      throw new Problem.Invalid("reason", "a reason is needed");
    }
    return reason.strip();
  }
}
