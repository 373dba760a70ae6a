package org.insignia.server.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.insignia.server.accounts.password.Passwords;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has an account, and which mailboxes are proven to be whose. A mailbox has at most one owner.
 */
@Service
public class Accounts {
  private final PersonStore people;
  private final AddressStore addresses;
  private final Passwords passwords;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Accounts(
      PersonStore people,
      AddressStore addresses,
      Passwords passwords,
      ApplicationEventPublisher events,
      Clock clock) {
    this.people = people;
    this.addresses = addresses;
    this.passwords = passwords;
    this.events = events;
    this.clock = clock;
  }

  /** The person who proved that this mailbox is theirs. */
  public Optional<PersonId> ownerOf(EmailAddress address) {
    return Optional.ofNullable(people.ownersByKey(List.of(address.key())).get(address.key()));
  }

  /** As {@link #ownerOf} for many; mailboxes without an owner are left out. */
  public Map<EmailAddress, PersonId> ownersOf(Collection<EmailAddress> mailboxes) {
    var owners = people.ownersByKey(mailboxes.stream().map(EmailAddress::key).toList());
    return mailboxes.stream()
        .distinct()
        .filter(m -> owners.containsKey(m.key()))
        .collect(Collectors.toMap(m -> m, m -> owners.get(m.key())));
  }

  /**
   * @throws Problem.NotFound if there is no such person (any more)
   */
  public Person person(PersonId id) {
    return find(id).orElseThrow(() -> new Problem.NotFound("person " + id));
  }

  /** The person, if there is one (still). */
  public Optional<Person> find(PersonId id) {
    return people.find(id);
  }

  /** The person of a public profile's address. */
  public Optional<Person> byVanity(String vanity) {
    return people.findByVanity(vanity);
  }

  /** The proven mailboxes of a person, the main one first. */
  public List<EmailAddress> verifiedAddresses(PersonId id) {
    return addresses.of(id).stream()
        .filter(AddressStore.Row::verified)
        .map(AddressStore.Row::address)
        .toList();
  }

  /**
   * Makes a person whose mailbox is taken as proven, without a mail: for the operator, demo data
   * and tests. The password is not judged.
   *
   * @throws Problem.Conflict if the mailbox has an owner
   */
  @Transactional
  public PersonId createConfirmed(
      String name, EmailAddress address, String password, Language language) {
    return create(name, address, passwords.hash(password), language);
  }

  /**
   * Makes a person with one proven mailbox and no password, who comes in by another way.
   *
   * @throws Problem.Conflict if the mailbox has an owner
   */
  @Transactional
  public PersonId createWithoutPassword(String name, EmailAddress address, Language language) {
    return create(name, address, null, language);
  }

  /** The principal with the person's present name and language, to renew a session with. */
  public SignedIn principal(PersonId id) {
    return SignedIn.of(person(id));
  }

  /** Words that somebody who guesses at this person's password would try. */
  public List<String> guessable(Person person) {
    var words = new ArrayList<String>();
    words.add(person.name());
    verifiedAddresses(person.id())
        .forEach(a -> words.add(a.value().substring(0, a.value().indexOf('@'))));
    return words;
  }

  /** Makes a person with one proven mailbox, inside the caller's transaction. */
  PersonId create(
      String name, EmailAddress address, @Nullable String passwordHash, Language language) {
    var now = clock.instant();
    var id = new PersonId(Ids.next());
    people.insert(new Person(id, name, freeVanity(name), language, now), passwordHash);
    events.publishEvent(new PersonMade(id));
    try {
      addresses.insertVerifiedMain(Ids.next(), id, address, now);
    } catch (DuplicateKeyException owned) {
      throw new Problem.Conflict("this address has an account");
    }
    events.publishEvent(new AddressVerified(id, address));
    return id;
  }

  private String freeVanity(String name) {
    return Vanity.proposals(name).filter(v -> !people.isVanityTaken(v)).findFirst().orElseThrow();
  }
}
