package org.insignia.server.api.me.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PasswordChanges;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.oidc.ProviderLinks;
import org.insignia.server.accounts.passkey.Passkey;
import org.insignia.server.accounts.passkey.Passkeys;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Addresses and ways to sign in, without a secret of any. They are changed by their person alone,
 * who is asked for a proof that it is them; no program can give that.
 */
@RestController
class MyAccountApi {
  private final EarnerDoor door;
  private final Accounts accounts;
  private final Addresses addresses;
  private final PasswordChanges passwords;
  private final Passkeys passkeys;
  private final ProviderLinks links;
  private final SecondFactor secondFactor;

  MyAccountApi(
      EarnerDoor door,
      Accounts accounts,
      Addresses addresses,
      PasswordChanges passwords,
      Passkeys passkeys,
      ProviderLinks links,
      SecondFactor secondFactor) {
    this.door = door;
    this.accounts = accounts;
    this.addresses = addresses;
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.links = links;
    this.secondFactor = secondFactor;
  }

  /** An account. */
  record Json(String name, String language, Instant since, List<Address> addresses, SignIn signIn) {
    Json {
      addresses = List.copyOf(addresses);
    }
  }

  /** A mailbox; mail goes to the primary one. */
  record Address(UUID id, String address, boolean primary, boolean confirmed) {}

  /** How its person signs in. */
  record SignIn(
      boolean password, List<Key> passkeys, List<Provider> providers, Factor secondFactor) {
    SignIn {
      passkeys = List.copyOf(passkeys);
      providers = List.copyOf(providers);
    }
  }

  /**
   * A passkey.
   *
   * @param synced whether the maker of the device keeps a copy
   * @param usedAt null as long as it was never used
   */
  record Key(UUID id, String name, boolean synced, Instant addedAt, @Nullable Instant usedAt) {}

  /** An account of another site that opens this one. */
  record Provider(UUID id, String provider, String account, Instant linkedAt) {}

  /**
   * The code beside the password.
   *
   * @param since null where it is off
   */
  record Factor(boolean on, @Nullable Instant since, int recoveryCodesLeft) {}

  @GetMapping("/rest/v1/me/account")
  ResponseEntity<Json> account(HttpServletRequest request) {
    var person = accounts.person(door.enter(request, PersonScope.ME_ACCOUNT));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Json(
                person.name(),
                person.language().tag(),
                person.since(),
                addresses.of(person.id()).stream().map(MyAccountApi::json).toList(),
                signIn(person.id())));
  }

  private static Address json(Addresses.Mailbox mailbox) {
    return new Address(mailbox.id(), mailbox.address().value(), mailbox.main(), mailbox.verified());
  }

  private SignIn signIn(PersonId person) {
    var since = secondFactor.onSince(person).orElse(null);
    return new SignIn(
        passwords.hasPassword(person),
        passkeys.of(person).stream().map(MyAccountApi::json).toList(),
        links.of(person).stream()
            .map(l -> new Provider(l.id(), l.provider(), l.label(), l.linkedAt()))
            .toList(),
        new Factor(since != null, since, secondFactor.recoveryCodesLeft(person)));
  }

  private static Key json(Passkey key) {
    return new Key(key.id(), key.name(), key.synced(), key.addedAt(), key.usedAt());
  }
}
