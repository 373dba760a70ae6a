package org.insignia.server.issuing.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.issuing.status.StatusListStore.Published;
import org.insignia.server.issuing.status.StatusListStore.StatusList;
import org.insignia.server.keys.KeyCompromised;
import org.insignia.server.keys.SigningKey;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.platform.settings.Settings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The status lists as they are published: signed when somebody asks after a change. */
@Component
public class StatusLists {
  /** How long a verifier may keep a copy. */
  private static final Duration TTL = Duration.ofMinutes(5);

  /** A list begins this much before it is signed, for verifiers whose clocks are behind. */
  private static final Duration SLOW_CLOCKS = Duration.ofMinutes(1);

  private static final Duration LIFETIME = Duration.ofDays(1);
  private static final Duration RENEWAL = Duration.ofHours(12);

  private final StatusListStore store;
  private final SigningKeys keys;
  private final Settings settings;
  private final Clock clock;

  StatusLists(StatusListStore store, SigningKeys keys, Settings settings, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A signed list.
   *
   * @param version rises with each change of a bit
   */
  public record SignedList(Bytes document, long version, Instant signedAt) {}

  /** Says, in the caller's transaction, that bits of these lists changed. */
  public void changed(List<UUID> lists) {
    store.raiseVersions(lists);
  }

  /** Lists that a compromised key signed are signed anew by the one in use. */
  @EventListener
  void on(KeyCompromised event) {
    store.raiseVersionsOf(event.organisation());
  }

  /** The address of an organisation's list of one purpose. */
  public static String url(Settings settings, UUID list, StatusPurpose purpose) {
    String path = "/status/" + list;
    return settings
        .url(purpose == StatusPurpose.REVOCATION ? path : path + "/" + purpose.text())
        .toString();
  }

  /**
   * The list as it is now; empty where there is none of this id.
   *
   * @param purpose revocation or suspension
   */
  public Optional<SignedList> current(UUID id, StatusPurpose purpose) {
    return store
        .find(id)
        .map(list -> {
          var published = store.published(id, purpose.text());
          if (published.isEmpty() || !fresh(published.get(), list)) {
            store.publish(id, purpose.text(), signed(list, purpose));
            published = store.published(id, purpose.text());
          }
          Published now = published.orElseThrow();
          return new SignedList(now.document(), now.version(), now.signedAt());
        });
  }

  private boolean fresh(Published published, StatusList list) {
    return published.version() >= list.version()
        && published.signedAt().plus(RENEWAL).isAfter(clock.instant());
  }

  /** The version was read before the bits, so the bits are of that version or newer. */
  private Published signed(StatusList list, StatusPurpose purpose) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    SigningKey key = keys.current(list.organisation());
    var bits =
        BitstringStatusList.of(
            StatusPosition.LIST_LENGTH, IntStream.of(store.setBits(list.id(), purpose.text())));
    var credential =
        new StatusListCredential(
                url(settings, list.id(), purpose),
                key.issuer(),
                now.minus(SLOW_CLOCKS),
                Set.of(purpose),
                TTL,
                bits)
            .toJson()
            .with("validUntil", JsonValue.of(now.plus(LIFETIME).toString()));
    return new Published(
        list.version(), now, Bytes.utf8(Json.write(key.sealAt(now).sign(credential))));
  }
}
