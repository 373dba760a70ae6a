package org.insignia.server.eligibility;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff decide themselves, without results: no later decision takes it away, only staff do. It
 * is no news to the feature above, which is where such a decision is made and followed at once.
 */
@Component
public class HandAwards {
  private final HandAwardStore store;

  HandAwards(HandAwardStore store) {
    this.store = store;
  }

  /**
   * A decision to be written.
   *
   * @param request what came as one request gives once, however often it comes
   * @param onlyOne whether the mailbox may have this badge but once
   * @param earnerNumber how the organisation numbers the earner; empty where it says nothing
   * @param run the list it came in; null for a single one
   * @param line where in the list
   */
  public record Gift(
      AwardId award,
      DossierId dossier,
      AchievementId achievement,
      EmailAddress recipient,
      Instant earnedAt,
      @Nullable Instant validUntil,
      UUID request,
      boolean onlyOne,
      String earnerNumber,
      @Nullable UUID run,
      long line) {}

  /** Who gave an award and in which list; {@code line} is 0 outside of one. */
  public record Given(
      AwardId award,
      UUID request,
      String by,
      Instant at,
      String earnerNumber,
      @Nullable UUID run,
      long line) {}

  /** What these requests gave already, in no order. */
  public List<Given> requested(OrganisationId organisation, Collection<UUID> requests) {
    return requests.isEmpty() ? List.of() : store.requested(organisation, requests);
  }

  /** How an award came about, if by hand. */
  public Optional<Given> find(AwardId award) {
    return store.find(award);
  }

  /** As {@link #find(AwardId)} for many, in no order. */
  public List<Given> find(Collection<AwardId> awards) {
    return awards.isEmpty() ? List.of() : store.find(awards);
  }

  /** What people got whom the organisation numbers like this, the latest first. */
  public List<AwardId> numbered(OrganisationId organisation, String earnerNumber, int limit) {
    return earnerNumber.isEmpty() ? List.of() : store.numbered(organisation, earnerNumber, limit);
  }

  /** What a list gave, by line, from behind a line on. */
  public List<Given> ofRun(UUID run, long after, int limit) {
    return store.ofRun(run, after, limit);
  }

  /**
   * Writes decisions in the caller's transaction.
   *
   * @throws org.springframework.dao.DuplicateKeyException where a request, or an achievement that
   *     each mailbox may have but once, is there already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(String by, OrganisationId organisation, List<Gift> gifts) {
    if (!gifts.isEmpty()) {
      store.insert(by, organisation, gifts);
    }
  }

  /** Whether any that was given by hand still names this mailbox. */
  public boolean isNamed(OrganisationId organisation, EmailAddress mailbox) {
    return store.isNamed(organisation, mailbox.key());
  }

  /** Keeps no word of whom an award was given to. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(AwardId award) {
    store.forget(award);
  }

  /**
   * Takes one back, so that it may be given again; false where it was not given by hand or does not
   * stand.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean takeBack(AwardId award) {
    return store.takeBack(award);
  }
}
