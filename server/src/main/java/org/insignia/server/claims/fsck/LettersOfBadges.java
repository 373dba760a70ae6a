package org.insignia.server.claims.fsck;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.issuing.fsck.CredentialFacts;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Letters;
import org.insignia.server.platform.fsck.Letters.Queued;
import org.insignia.server.platform.fsck.Probe;
import org.springframework.stereotype.Component;

/**
 * I7: a letter about a badge is about one that was offered, and none went out that offers one which
 * was revoked before.
 */
@Component
final class LettersOfBadges implements Invariant {
  private static final String REMINDER = "claim-reminder";

  /** The others tell of a change, and are about badges that are out of force. */
  private static final Set<String> OFFERING =
      Set.of("claim-invitation", "badge-accepted", REMINDER);

  /** A mail server may take its time between the look at the badge and the word that it is sent. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(10);

  private final Letters letters;
  private final CredentialFacts credentials;
  private final ClaimFactStore store;

  LettersOfBadges(Letters letters, CredentialFacts credentials, ClaimFactStore store) {
    this.letters = letters;
    this.credentials = credentials;
    this.store = store;
  }

  @Override
  public String key() {
    return "letters-of-badges";
  }

  @Override
  public int number() {
    return 7;
  }

  @Override
  public void check(Probe probe) {
    var kinds =
        List.of(
            "claim-invitation", "badge-accepted", "badge-replaced", "badge-withdrawn", REMINDER);
    letters.visit(probe, kinds, found -> check(probe, found));
  }

  private void check(Probe probe, List<Queued> found) {
    if (found.isEmpty()) {
      return;
    }
    var reminded =
        store.reminded(
            found.stream().filter(l -> l.kind().equals(REMINDER)).map(Queued::ref).toList());
    var about = new HashMap<UUID, UUID>();
    found.forEach(letter -> {
      var badge = letter.kind().equals(REMINDER) ? reminded.get(letter.ref()) : letter.ref();
      if (badge != null) {
        about.put(letter.id(), badge);
      }
    });
    var offered = store.offered(about.values());
    var out = credentials.outForGood(about.values());
    for (var letter : found) {
      var badge = about.get(letter.id());
      if (badge == null) {
        continue; // reminders are forgotten with the badge
      }
      var since = out.get(badge);
      if (!offered.contains(badge)) {
        probe.broken(
            "outbox_letter:" + letter.id(),
            "is a %s about %s, which was not offered".formatted(letter.kind(), letter.ref()));
      } else if (letter.sentAt() != null
          && since != null
          && OFFERING.contains(letter.kind())
          && letter.sentAt().isAfter(since.plus(ON_THE_WAY))) {
        probe.broken(
            "outbox_letter:" + letter.id(),
            "is a %s sent at %s about credential %s, out of force since %s"
                .formatted(letter.kind(), letter.sentAt(), badge, since));
      }
    }
  }
}
