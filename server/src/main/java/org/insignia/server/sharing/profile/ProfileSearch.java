package org.insignia.server.sharing.profile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what may be seen under the address of a profile. Somebody who is private or shows nothing
 * has no profile: nobody learns that they are here.
 */
@Component
public class ProfileSearch {
  private final Profiles profiles;
  private final Accounts accounts;
  private final Gallery gallery;

  ProfileSearch(Profiles profiles, Accounts accounts, Gallery gallery) {
    this.profiles = profiles;
    this.accounts = accounts;
    this.gallery = gallery;
  }

  /** What is under an address. */
  public sealed interface Found {}

  /** A profile and what it shows. */
  public record Here(Profile profile, List<Piece> pieces) implements Found {
    public Here {
      pieces = List.copyOf(pieces);
    }
  }

  /** The person has another address now. */
  public record Moved(String vanity) implements Found {}

  /**
   * What the one who asks may see.
   *
   * @param address the last part of the profile's address, now or formerly, or the person's id
   * @param asking who is signed in; null for a stranger
   */
  public Optional<Found> find(String address, @Nullable PersonId asking) {
    var now = profiles.byVanity(address);
    if (now.isPresent()) {
      return now.flatMap(p -> here(p, asking)).map(h -> h);
    }
    return profiles
        .movedFrom(address)
        .or(() -> byId(address))
        .flatMap(p -> here(p, asking))
        .map(h -> new Moved(h.profile().person().vanity()));
  }

  private Optional<Profile> byId(String address) {
    if (address.length() != 36) {
      return Optional.empty();
    }
    try {
      return accounts
          .find(new PersonId(UUID.fromString(address)))
          .map(Person::id)
          .map(profiles::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Here> here(Profile profile, @Nullable PersonId asking) {
    if (!profile.isVisibleTo(asking)) {
      return Optional.empty();
    }
    var pieces = gallery.of(profile.id());
    return pieces.isEmpty() && !profile.id().equals(asking)
        ? Optional.empty()
        : Optional.of(new Here(profile, pieces));
  }
}
