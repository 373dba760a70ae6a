package org.insignia.server.api.credly.badges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.credly.badges.BadgeWishes.Wanted;
import org.insignia.server.api.credly.objects.KnownBadge;
import org.insignia.server.api.credly.objects.SaidStore;
import org.insignia.server.api.credly.wire.Asked;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.TokenDoor.Guest;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.issuing.hand.Replacing;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.platform.mail.EmailAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives badges as programs want: each once, unless its template allows more. */
@Service
class Issuance {
  private static final int MOST_AT_ONCE = 1_000;

  private final BadgeWishes wishes;
  private final Giving giving;
  private final Replacing replacing;
  private final Credentials credentials;
  private final Achievements achievements;
  private final Accounts accounts;
  private final SaidStore said;

  Issuance(
      BadgeWishes wishes,
      Giving giving,
      Replacing replacing,
      Credentials credentials,
      Achievements achievements,
      Accounts accounts,
      SaidStore said) {
    this.wishes = wishes;
    this.giving = giving;
    this.replacing = replacing;
    this.credentials = credentials;
    this.achievements = achievements;
    this.accounts = accounts;
    this.said = said;
  }

  /**
   * Gives one, while others of the organisation are given: only who names the same mailbox, another
   * of the same account, or the same number waits.
   */
  @Transactional
  CredentialId one(Guest guest, Asked asked) {
    var wanted = wishes.read(guest.organisation(), asked);
    var wish = wanted.wish();
    giving.lock(guest.organisation().id(), wish, mailboxes(wish));
    return give(guest, wanted);
  }

  /** Gives all of these or none. */
  @Transactional
  List<CredentialId> many(Guest guest, List<Asked> asked) {
    if (asked.isEmpty() || asked.size() > MOST_AT_ONCE) {
      throw Refusal.invalid("Validation failed: Badges must be 1 to " + MOST_AT_ONCE);
    }
    giving.lock(guest.organisation().id());
    List<CredentialId> given = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      try {
        given.add(give(guest, wishes.read(guest.organisation(), asked.get(i))));
      } catch (Refusal refusal) {
        throw Refusal.invalid(refusal.detail() + " (badge " + i + ")", Map.of("index", i));
      }
    }
    return given;
  }

  private CredentialId give(Guest guest, Wanted wanted) {
    var wish = wanted.wish();
    if (achievements.repeatable(Set.of(wish.achievement())).isEmpty() && isHad(guest, wish)) {
      throw had();
    }
    var issued = giving.oneOfMany(guest.actor(), guest.organisation().id(), wish);
    var credential = issued.credential();
    if (issued.had() != null || credential == null) {
      throw had();
    }
    said.insert(credential, wanted.said());
    return credential;
  }

  private static Refusal had() {
    return Refusal.invalid("Validation failed: User already has this badge");
  }

  /** Whether the same mailbox, the same account, or the same number of the organisation has it. */
  private boolean isHad(Guest guest, Wish wish) {
    return !giving.had(wish.achievement(), mailboxes(wish)).isEmpty()
        || !giving
            .had(guest.organisation().id(), wish.achievement(), wish.person().number())
            .isEmpty();
  }

  private List<EmailAddress> mailboxes(Wish wish) {
    var mailbox = wish.person().mailbox();
    return Stream.concat(
            Stream.of(mailbox),
            accounts.ownerOf(mailbox).stream()
                .flatMap(owner -> accounts.verifiedAddresses(owner).stream()))
        .distinct()
        .toList();
  }

  /** Puts another in its place. */
  @Transactional
  CredentialId replace(Guest guest, KnownBadge badge, Asked asked) {
    giving.lock(guest.organisation().id());
    var old = credentials.decided(badge.credential().id()).orElseThrow();
    if (old.state() == State.REPLACED) {
      throw Refusal.invalid(
          "Validation failed: This badge cannot be replaced because it has already been replaced.",
          Map.of("current_badge_id", current(old).value().toString()));
    }
    if (old.state() == State.REVOKED) {
      throw Refusal.invalid(
          "Validation failed: This badge cannot be replaced because it has been revoked.");
    }
    var wanted = wishes.read(guest.organisation(), asked, old, badge.said(), badge.number());
    var reason = asked.text("notification_message").orElse("replaced by its issuer");
    if (reason.length() > 1_000) {
      throw Refusal.invalid(
          "Validation failed: Notification message is too long (maximum is 1000 characters)");
    }
    var issued = replacing.replace(guest.actor(), old, wanted.wish(), reason);
    said.insert(issued, wanted.said());
    return issued;
  }

  private CredentialId current(Credential replaced) {
    var next = replaced;
    for (int hops = 0; next.replacedBy() != null && hops < 1_000; hops++) {
      next = credentials.decided(next.replacedBy()).orElseThrow();
    }
    return next.id();
  }

  /** Takes it back for good; nothing happens where it was taken back already. */
  @Transactional
  void revoke(Guest guest, KnownBadge badge, Asked asked) {
    var state = badge.credential().state();
    if (state == State.REPLACED) {
      throw Refusal.invalid(
          "Validation failed: This badge cannot be revoked because it has been replaced.");
    }
    var reason = asked.text("reason").orElse("revoked by its issuer");
    if (reason.length() > 1_000
        || reason.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      throw Refusal.invalid(
          "Validation failed: Reason is too long (maximum is 1000 characters of text)");
    }
    if (asked.flag("suppress_revoke_notification_email").orElse(false)) {
      credentials.revokeQuietly(guest.actor(), badge.credential().id(), reason);
    } else {
      credentials.revoke(guest.actor(), badge.credential().id(), reason);
    }
  }
}
