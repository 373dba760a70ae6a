package org.insignia.server.api.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.insignia.openbadges.json.Json;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.HostedAssertions;
import org.insignia.server.issuing.Ownership;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.springframework.stereotype.Component;

/**
 * What a person has in the form of Open Badges 2.0. Of badges of this server only those that
 * everybody may see: an assertion is true while it can be fetched.
 */
@Component
class Assertions {
  private final Ownership ownership;
  private final Credentials credentials;
  private final HostedAssertions hosted;
  private final ForeignBadges foreign;
  private final HeldBadges held;

  Assertions(
      Ownership ownership,
      Credentials credentials,
      HostedAssertions hosted,
      ForeignBadges foreign,
      HeldBadges held) {
    this.ownership = ownership;
    this.credentials = credentials;
    this.hosted = hosted;
    this.foreign = foreign;
    this.held = held;
  }

  /** All of them, latest first. */
  List<HeldBadge> of(PersonId person) {
    var all = new ArrayList<HeldBadge>();
    var open =
        ownership.accepted(person).stream()
            .filter(Ownership.Accepted::isPublic)
            .map(Ownership.Accepted::credential)
            .toList();
    credentials.find(open).stream()
        .filter(c -> c.state() == Credential.State.ISSUED)
        .forEach(c ->
            hosted
                .assertion(c.id())
                .map(a ->
                    new HeldBadge(
                        c.id().value(),
                        HeldBadge.Form.ASSERTION,
                        Json.write(a.document()),
                        "",
                        "",
                        c.earnedAt(),
                        false))
                .ifPresent(all::add));
    foreign.of(person).stream()
        .flatMap(b -> held.fromElsewhere(person, b).stream())
        .filter(b -> !b.isCredential())
        .forEach(all::add);
    all.sort(Comparator.comparing(HeldBadge::from).thenComparing(HeldBadge::id).reversed());
    return all;
  }
}
