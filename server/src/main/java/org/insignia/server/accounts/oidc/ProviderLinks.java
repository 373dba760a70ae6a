package org.insignia.server.accounts.oidc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SafetyChanged;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.accounts.SignUpConfirmed;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which accounts of other sites open which of ours. */
@Service
public class ProviderLinks {
  private final ProviderLinkStore store;
  private final ProviderSignIns signIns;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** A link as its person sees it. */
  public record Link(UUID id, String provider, String label, Instant linkedAt) {}

  ProviderLinks(
      ProviderLinkStore store,
      ProviderSignIns signIns,
      Accounts accounts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.signIns = signIns;
    this.accounts = accounts;
    this.events = events;
    this.clock = clock;
  }

  /** Whose account this identity opens. */
  public Optional<PersonId> owner(ProviderSignIns.Identity identity) {
    return store.owner(identity.issuer(), identity.subject());
  }

  /** The links of a person, with the providers' names. */
  public List<Link> of(PersonId person) {
    return store.of(person).stream()
        .map(l -> new Link(l.id(), name(l.provider()), l.label(), l.linkedAt()))
        .toList();
  }

  private String name(String provider) {
    return signIns.buttons().stream()
        .filter(b -> b.id().equals(provider))
        .map(ProviderSignIns.Button::name)
        .findFirst()
        .orElse(provider);
  }

  /**
   * Lets this identity open the person's account. Whoever calls this was shown both.
   *
   * @return false if it opens another account
   */
  @Transactional
  public boolean link(PersonId person, ProviderSignIns.Identity identity) {
    if (!store.insert(Ids.next(), person, identity, clock.instant())) {
      return owner(identity).filter(person::equals).isPresent();
    }
    events.publishEvent(new SafetyChanged(person, What.PROVIDER_LINKED, name(identity.provider())));
    return true;
  }

  /**
   * Makes an account for an identity that opens none, if the operator trusts the provider's word
   * about the address and nobody owns it.
   *
   * @param intent what the person was about to do, as in a sign-up
   */
  @Transactional
  public Optional<PersonId> join(
      ProviderSignIns.Identity identity, Language language, @Nullable UUID intent) {
    var address = identity.address();
    if (address == null || accounts.ownerOf(address).isPresent()) {
      return Optional.empty();
    }
    var local = address.value().substring(0, address.value().indexOf('@'));
    var name = identity.name().isEmpty() ? local : identity.name();
    var person = accounts.createWithoutPassword(name, address, language);
    link(person, identity);
    events.publishEvent(new SignUpConfirmed(person, address, intent));
    return Optional.of(person);
  }

  /** Takes a link away. Whoever calls this was shown that it is the person. */
  @Transactional
  public void remove(PersonId person, UUID id) {
    store
        .remove(person, id)
        .ifPresent(provider ->
            events.publishEvent(new SafetyChanged(person, What.PROVIDER_REMOVED, name(provider))));
  }
}
