package org.insignia.server.results.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Holder;
import org.insignia.server.results.ProviderId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People whom an organisation names itself, by their mailbox, without any delivery provider: each
 * mailbox is one person, who has or gets a dossier. It joins the dossier of the account that proves
 * to own the mailbox, like those of providers.
 */
@Component
public class Recipients {
  /** Whose candidates they are. */
  static final ProviderId ISSUER = new ProviderId("issuer");

  private final RecipientStore store;
  private final DossierStore dossiers;
  private final Linking linking;
  private final Clock clock;

  Recipients(RecipientStore store, DossierStore dossiers, Linking linking, Clock clock) {
    this.store = store;
    this.dossiers = dossiers;
    this.linking = linking;
    this.clock = clock;
  }

  /**
   * Somebody to be named.
   *
   * @param givenName empty where only a whole name is known, which stands in {@code familyName}
   *     then
   * @param number how the organisation itself numbers its people; empty where it says nothing
   */
  public record Recipient(
      EmailAddress mailbox, String givenName, String familyName, Language language, String number) {

    /** The whole name as it is printed. */
    public String name() {
      return Holder.wholeName(givenName, familyName);
    }
  }

  /**
   * Until the transaction ends nobody else names people of this organisation, nor reads results of
   * it: what is looked up afterwards stays true.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(OrganisationId organisation) {
    linking.keepAddressesStill();
    linking.lock(organisation);
  }

  /**
   * As {@link #lock} for some mailboxes and requests: until the transaction ends nobody else names
   * these mailboxes or makes these requests, while others are named. An account that owns one of
   * the mailboxes and was not named before is linked with it, which may join dossiers: that is
   * waited for by all.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(
      OrganisationId organisation, Collection<EmailAddress> mailboxes, Collection<UUID> requests) {
    linking.keepAddressesStill();
    if (joins(organisation, linking.owned(mailboxes))) {
      linking.lock(organisation);
    } else {
      dossiers.lockBeside(organisation, mailboxes, requests);
    }
  }

  private boolean joins(OrganisationId organisation, Set<EmailAddress> owned) {
    var keys = owned.stream().map(EmailAddress::key).toList();
    return !keys.isEmpty() && !store.find(organisation, keys).keySet().containsAll(keys);
  }

  /** Keeps no word of somebody whom the organisation named itself; nobody else is touched. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(OrganisationId organisation, EmailAddress mailbox) {
    store.forget(organisation, mailbox.key());
  }

  /** The dossiers of these, opened where they had none; the caller holds the lock for them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<EmailAddress, DossierId> dossiers(
      OrganisationId organisation, Collection<Recipient> people) {
    Map<String, DossierId> known = store.find(organisation, RecipientStore.keys(people));
    Map<String, Recipient> fresh = new LinkedHashMap<>();
    for (Recipient person : people) {
      if (!known.containsKey(person.mailbox().key())) {
        fresh.putIfAbsent(person.mailbox().key(), person);
      }
    }
    if (!fresh.isEmpty()) {
      known.putAll(store.open(organisation, List.copyOf(fresh.values()), clock.instant()));
      var mailboxes = fresh.values().stream().map(Recipient::mailbox).collect(Collectors.toSet());
      if (linking.linkOwned(organisation, mailboxes)) {
        known.putAll(store.find(organisation, fresh.keySet()));
      }
    }
    Map<EmailAddress, DossierId> theirs = new LinkedHashMap<>();
    people.forEach(p -> {
      DossierId dossier = known.get(p.mailbox().key());
      if (dossier == null) {
        throw new IllegalStateException("no dossier was opened");
      }
      theirs.put(p.mailbox(), dossier);
    });
    return theirs;
  }
}
