package org.insignia.server.issuing.hand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.eligibility.HandAwards;
import org.insignia.server.eligibility.HandAwards.Gift;
import org.insignia.server.eligibility.HandAwards.Given;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.Intents;
import org.insignia.server.issuing.Intents.Order;
import org.insignia.server.issuing.details.DetailStore;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.issuing.hand.InForceStore.InForce;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.identity.Recipients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives badges by hand, many in one transaction: the dossier, the award and the credential's intent
 * of each, or none of them. Signing and announcing follow as for all others.
 */
@Component
public class Giving {
  /** One person has no more badges of one organisation than so many. */
  private static final int MOST_OF_ONE = 5_000;

  private final Recipients recipients;
  private final HandAwards awards;
  private final Achievements achievements;
  private final Suspensions suspensions;
  private final Credentials credentials;
  private final Intents intents;
  private final InForceStore inForce;
  private final DetailStore details;

  Giving(
      Recipients recipients,
      HandAwards awards,
      Achievements achievements,
      Suspensions suspensions,
      Credentials credentials,
      Intents intents,
      InForceStore inForce,
      DetailStore details) {
    this.recipients = recipients;
    this.awards = awards;
    this.achievements = achievements;
    this.suspensions = suspensions;
    this.credentials = credentials;
    this.intents = intents;
    this.inForce = inForce;
    this.details = details;
  }

  /**
   * A wish and why it gives nothing.
   *
   * @param duplicate null where it may be given
   * @param first the badge that is there already, where one is known
   */
  public record Judged(Wish wish, @Nullable Finding duplicate, @Nullable CredentialId first) {}

  /**
   * What became of one wish.
   *
   * @param had tells of a badge that stands in its way
   * @param fresh the credential where it is given by this, not signed and told to nobody yet; null
   *     where it was there before
   */
  public record Issued(
      @Nullable CredentialId credential, @Nullable Finding had, @Nullable Credential fresh) {
    private static Issued before(@Nullable CredentialId credential, @Nullable Finding had) {
      return new Issued(credential, had, null);
    }
  }

  /** Until the transaction ends nobody else gives badges of this organisation. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(OrganisationId organisation) {
    recipients.lock(organisation);
  }

  /**
   * Finds out which of these would give something somebody has already, or a second time.
   *
   * @param run the list they stand in; null for a single wish
   * @param seen lines of the same list that came before, by request and by pair; filled further
   */
  public List<Judged> judge(
      OrganisationId organisation, @Nullable UUID run, List<Wish> wishes, Map<UUID, Long> seen) {
    Map<UUID, Given> known = new HashMap<>();
    awards
        .requested(organisation, wishes.stream().map(Wish::request).toList())
        .forEach(given -> known.put(given.request(), given));
    Set<AchievementId> asked = asked(wishes);
    Set<AchievementId> repeatable = achievements.repeatable(asked);
    Map<UUID, InForce> had = had(wishes, asked);
    List<Judged> judged = new ArrayList<>();
    for (Wish wish : wishes) {
      Given given = known.get(wish.request());
      Long line = seen.get(wish.request());
      if (line != null) {
        judged.add(new Judged(wish, Finding.of("issue.row-known", line), null));
      } else if (given != null) {
        judged.add(new Judged(wish, known(given, run), null));
      } else if (repeatable.contains(wish.achievement())) {
        judged.add(new Judged(wish, null, null));
      } else {
        judged.add(once(wish, had.get(wish.pair()), seen.get(wish.pair())));
        seen.putIfAbsent(wish.pair(), wish.line());
      }
      seen.putIfAbsent(wish.request(), wish.line());
    }
    return judged;
  }

  private static Set<AchievementId> asked(List<Wish> wishes) {
    return wishes.stream().map(Wish::achievement).collect(Collectors.toSet());
  }

  private static Finding known(Given given, @Nullable UUID run) {
    return given.run() != null && given.run().equals(run)
        ? Finding.of("issue.row-known", given.line())
        : Finding.of("issue.request-known", given.at().toString().substring(0, 10));
  }

  private static Judged once(Wish wish, @Nullable InForce had, @Nullable Long line) {
    if (line != null) {
      return new Judged(wish, Finding.of("issue.badge-in-list", line), null);
    }
    if (had != null) {
      var day = had.earnedAt().toString().substring(0, 10);
      return new Judged(wish, Finding.of("issue.badge-had", day), had.credential());
    }
    return new Judged(wish, null, null);
  }

  private Map<UUID, InForce> had(List<Wish> wishes, Set<AchievementId> asked) {
    Map<String, UUID> pairs = new HashMap<>();
    List<String> keys = new ArrayList<>();
    for (Wish wish : wishes) {
      keys.add(wish.person().mailbox().key());
      pairs.put(wish.achievement().value() + wish.person().mailbox().key(), wish.pair());
    }
    Map<UUID, InForce> had = new HashMap<>();
    for (InForce badge : inForce.of(asked, keys)) {
      UUID pair = pairs.get(badge.achievement().value() + badge.mailboxKey());
      if (pair != null) {
        had.put(pair, badge);
      }
    }
    return had;
  }

  /** Gives these, which were judged under the same {@link #lock}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<CredentialId> give(
      String by, OrganisationId organisation, @Nullable UUID run, List<Wish> wishes) {
    if (wishes.isEmpty()) {
      return List.of();
    }
    var repeatable = achievements.repeatable(asked(wishes));
    var issued = intents.decide(by, awarded(by, organisation, run, wishes, repeatable));
    say(issued, wishes);
    return issued.stream().map(Credential::id).toList();
  }

  private List<Order> awarded(
      String by,
      OrganisationId organisation,
      @Nullable UUID run,
      List<Wish> wishes,
      Set<AchievementId> repeatable) {
    Map<EmailAddress, DossierId> dossiers =
        recipients.dossiers(organisation, wishes.stream().map(Wish::person).toList());
    List<Gift> gifts = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (Wish wish : wishes) {
      var award = new AwardId(Ids.next());
      DossierId dossier = java.util.Objects.requireNonNull(dossiers.get(wish.person().mailbox()));
      boolean onlyOne = !repeatable.contains(wish.achievement());
      gifts.add(gift(award, dossier, wish, run, onlyOne));
      orders.add(order(award, organisation, dossier, wish));
    }
    awards.give(by, organisation, gifts);
    return orders;
  }

  private void say(List<Credential> issued, List<Wish> wishes) {
    Map<UUID, Details> said = new LinkedHashMap<>();
    for (int i = 0; i < issued.size(); i++) {
      said.put(issued.get(i).id().value(), wishes.get(i).details());
    }
    details.insert(said);
  }

  static Gift gift(
      AwardId award, DossierId dossier, Wish wish, @Nullable UUID run, boolean onlyOne) {
    return new Gift(
        award,
        dossier,
        wish.achievement(),
        wish.person().mailbox(),
        wish.earnedAt(),
        wish.validUntil(),
        wish.request(),
        onlyOne,
        wish.person().number(),
        run,
        wish.line());
  }

  private static Order order(
      AwardId award, OrganisationId organisation, DossierId dossier, Wish wish) {
    return new Order(
        award,
        organisation,
        wish.achievement(),
        dossier,
        wish.person().mailbox(),
        wish.person().name(),
        wish.person().language(),
        wish.earnedAt(),
        wish.validUntil(),
        null);
  }

  /** One of several that are given together. {@code by} is who gives it, for the audit. */
  public record Single(String by, Wish wish) {}

  /**
   * Gives one. A request that comes again finds what it gave the first time. Others of the
   * organisation give at the same time; who gives to the same mailbox, or by the same request,
   * waits.
   *
   * @param by who gives it, for the audit
   */
  @Transactional
  public Issued one(String by, OrganisationId organisation, Wish wish) {
    return together(organisation, List.of(new Single(by, wish))).getFirst();
  }

  /**
   * Gives these as {@link #one} gives each, in one transaction.
   *
   * @param singles no two of them to the same mailbox or by the same request
   * @return in the same order
   */
  @Transactional
  public List<Issued> together(OrganisationId organisation, List<Single> singles) {
    recipients.lock(
        organisation,
        singles.stream().map(s -> s.wish().person().mailbox()).toList(),
        singles.stream().map(s -> s.wish().request()).toList());
    return underLock(organisation, singles);
  }

  /**
   * Takes the lock of {@link #one}, of more mailboxes of the same person, and of the organisation's
   * number of the person.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(OrganisationId organisation, Wish wish, Collection<EmailAddress> more) {
    Set<EmailAddress> mailboxes = new LinkedHashSet<>(more);
    mailboxes.add(wish.person().mailbox());
    var number = wish.person().number();
    recipients.lock(
        organisation,
        mailboxes,
        number.isEmpty()
            ? List.of(wish.request())
            : List.of(wish.request(), Wish.request("number:" + number)));
  }

  /** As {@link #one} for who holds a lock. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Issued oneOfMany(String by, OrganisationId organisation, Wish wish) {
    return underLock(organisation, List.of(new Single(by, wish))).getFirst();
  }

  private List<Issued> underLock(OrganisationId organisation, List<Single> singles) {
    suspensions.requireOpen(organisation);
    List<Wish> wishes = singles.stream().map(Single::wish).toList();
    Map<UUID, Given> before =
        awards.requested(organisation, wishes.stream().map(Wish::request).toList()).stream()
            .collect(Collectors.toMap(Given::request, Function.identity()));
    Set<AchievementId> asked = asked(wishes);
    Set<AchievementId> repeatable = achievements.repeatable(asked);
    Map<UUID, InForce> had = repeatable.containsAll(asked) ? Map.of() : had(wishes, asked);
    Map<UUID, Issued> told = new HashMap<>();
    Map<String, List<Wish>> free = new LinkedHashMap<>();
    for (Single single : singles) {
      Wish wish = single.wish();
      Given first = before.get(wish.request());
      InForce badge = repeatable.contains(wish.achievement()) ? null : had.get(wish.pair());
      if (first != null) {
        told.put(wish.request(), again(first));
      } else if (badge != null) {
        var why = once(wish, badge, null).duplicate();
        told.put(wish.request(), Issued.before(badge.credential(), why));
      } else {
        free.computeIfAbsent(single.by(), _ -> new ArrayList<>()).add(wish);
      }
    }
    free.forEach((by, theirs) -> told.putAll(given(by, organisation, theirs, repeatable)));
    return wishes.stream()
        .map(wish -> java.util.Objects.requireNonNull(told.get(wish.request())))
        .toList();
  }

  private Issued again(Given first) {
    return credentials
        .standing(first.award())
        .map(credential -> Issued.before(credential, null))
        .orElseGet(() -> Issued.before(null, known(first, null)));
  }

  private Map<UUID, Issued> given(
      String by, OrganisationId organisation, List<Wish> wishes, Set<AchievementId> repeatable) {
    var issued = intents.decideEach(by, awarded(by, organisation, null, wishes, repeatable));
    say(issued, wishes);
    Map<UUID, Issued> given = new HashMap<>();
    for (int i = 0; i < issued.size(); i++) {
      given.put(wishes.get(i).request(), new Issued(issued.get(i).id(), null, issued.get(i)));
    }
    return given;
  }

  /** Which of these mailboxes' badges of an achievement are in force, signed or not. */
  public List<CredentialId> had(AchievementId achievement, Collection<EmailAddress> mailboxes) {
    var keys = mailboxes.stream().map(EmailAddress::key).toList();
    return inForce.of(List.of(achievement), keys).stream().map(InForce::credential).toList();
  }

  /** What is in force of an achievement for whom the organisation numbers like this. */
  public List<CredentialId> had(
      OrganisationId organisation, AchievementId achievement, String earnerNumber) {
    return credentials
        .standing(awards.numbered(organisation, earnerNumber, MOST_OF_ONE))
        .values()
        .stream()
        .filter(c -> c.achievement().equals(achievement))
        .map(Credential::id)
        .toList();
  }

  /** How a credential came about, if by hand. */
  public Optional<Origin> origin(Credential credential) {
    return awards
        .find(credential.award())
        .map(given -> new Origin(given.by(), given.at(), given.earnerNumber(), given.run()));
  }
}
