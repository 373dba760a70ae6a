package org.insignia.server.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys of an organisation, whatever they sign, for those who look after them. Who may, and
 * whether it is still them, is asked at the door.
 */
@Component
public class HeldKeys {
  private final SigningKeys signing;
  private final DocumentKeys documents;
  private final Clock clock;

  HeldKeys(SigningKeys signing, DocumentKeys documents, Clock clock) {
    this.signing = signing;
    this.documents = documents;
    this.clock = clock;
  }

  /** What a key signs. */
  public enum Kind {
    /** Credentials. */
    SIGNING,
    /** Papers. */
    DOCUMENT;

    /** As it stands in addresses and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}. */
    public static Optional<Kind> find(String word) {
      return Stream.of(values()).filter(k -> k.word().equals(word)).findFirst();
    }
  }

  /**
   * The public part of a key.
   *
   * @param publicKey in Multikey form
   * @param until since when nothing is signed with it; null for the one in use
   * @param compromised since when somebody else may have had it; null for one that is sound
   * @param certificate of a document key, as PEM; empty for others
   */
  public record Held(
      UUID id,
      Kind kind,
      String publicKey,
      Instant since,
      @Nullable Instant until,
      @Nullable Instant compromised,
      String certificate) {

    /** {@code current}, {@code retired} or {@code compromised}. */
    public String state() {
      return compromised != null ? "compromised" : until != null ? "retired" : "current";
    }

    /** SHA-256 of the public part, its first half in groups of four hex digits. */
    public String fingerprint() {
      try {
        var hash =
            MessageDigest.getInstance("SHA-256").digest(publicKey.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16).replaceAll("(.{4})(?!$)", "$1 ");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("the JDK lacks SHA-256", e);
      }
    }
  }

  /** All of a kind, that in use first. */
  public List<Held> of(Organisation organisation, Kind kind) {
    return switch (kind) {
      case SIGNING ->
          signing.published(organisation).reversed().stream()
              .map(k ->
                  new Held(
                      k.id().value(),
                      kind,
                      k.multibase(),
                      k.createdAt(),
                      k.retiredAt(),
                      k.compromisedAt(),
                      ""))
              .toList();
      case DOCUMENT ->
          documents.published(organisation.id()).stream()
              .map(k ->
                  new Held(
                      k.id().value(),
                      kind,
                      k.multibase(),
                      k.validFrom(),
                      k.retiredAt(),
                      k.compromisedAt(),
                      k.pem()))
              .toList();
    };
  }

  /**
   * One of them.
   *
   * @throws Problem.NotFound if the organisation has no such key
   */
  public Held one(Organisation organisation, Kind kind, UUID id) {
    return of(organisation, kind).stream()
        .filter(k -> k.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("no such key here"));
  }

  /** Puts another key in the place of the one in use. */
  public void rotate(String actor, Organisation organisation, Kind kind) {
    switch (kind) {
      case SIGNING -> signing.rotate(actor, organisation.id());
      case DOCUMENT -> documents.rotate(actor, organisation.id());
    }
  }

  /**
   * From when on a key that was lost on that day is not believed: its beginning, but not before the
   * key was made. Signatures name whole seconds, so its first one counts from the beginning of that
   * second.
   *
   * @return empty for a day to come, or one before the key was made
   */
  public Optional<Instant> lost(Held key, LocalDate day) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (day.isAfter(today) || day.isBefore(LocalDate.ofInstant(key.since(), ZoneOffset.UTC))) {
      return Optional.empty();
    }
    var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return Optional.of(
        start.isBefore(key.since()) ? key.since().truncatedTo(ChronoUnit.SECONDS) : start);
  }

  /**
   * Somebody else may have had it: from then on nothing that it signed is believed. One in use is
   * retired first.
   *
   * @param since as {@link #lost} tells it
   * @throws Problem.Conflict if it was said already
   */
  public void compromise(String actor, Organisation organisation, Held key, Instant since) {
    var id = new KeyId(key.id());
    switch (key.kind()) {
      case SIGNING -> signing.compromise(actor, organisation.id(), id, since);
      case DOCUMENT -> documents.compromise(actor, organisation.id(), id, since);
    }
  }
}
