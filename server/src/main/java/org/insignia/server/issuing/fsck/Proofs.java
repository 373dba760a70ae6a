package org.insignia.server.issuing.fsck;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.server.keys.PublishedKey;
import org.insignia.server.keys.fsck.PublishedKeyStore;
import org.springframework.stereotype.Component;

/**
 * Checks the proofs of our own documents as a verifier does, with the keys that the organisation
 * publishes: those in our table, of which its DID document is made.
 */
@Component
class Proofs {
  /** What was being signed while a key was retired may still bear it. */
  private static final Duration ROTATION = Duration.ofMinutes(1);

  /** How many organisations' keys are kept at a time. */
  private static final int KEPT = 1000;

  private final PublishedKeyStore store;
  private final Map<UUID, Map<String, PublishedKey>> known = new ConcurrentHashMap<>();

  Proofs(PublishedKeyStore store) {
    this.store = store;
  }

  /** Keys are read anew, since some may have been retired. */
  void begin() {
    known.clear();
  }

  /** The published key of which a document's proof was made. */
  Optional<PublishedKey> key(JsonObject document, UUID organisation) {
    var proof = document.get("proof") instanceof JsonObject p ? p : null;
    var method = proof == null ? null : proof.string("verificationMethod");
    return Optional.ofNullable(method).map(name -> keys(organisation).get(fragment(name)));
  }

  /** Why a document is not soundly signed by this organisation; empty where it is. */
  Optional<String> fault(JsonObject document, UUID organisation, Instant now) {
    var issuer =
        document.get("issuer") instanceof JsonObject i ? i.string("id") : document.string("issuer");
    var results =
        DataIntegrity.check(document, resolver(organisation), CheckOptions.assertion(now));
    if (results.isEmpty()) {
      return Optional.of("has no proof");
    }
    for (var result : results) {
      var fault = fault(result, issuer, document, organisation);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<String> fault(
      ProofResult result,
      @org.jspecify.annotations.Nullable String issuer,
      JsonObject document,
      UUID organisation) {
    return switch (result) {
      case ProofResult.Invalid invalid ->
          Optional.of("has a proof that does not hold: " + invalid.detail());
      case ProofResult.Unchecked unchecked ->
          Optional.of("has a proof that cannot be checked: " + unchecked.because());
      case ProofResult.Valid valid when !valid.key().controller().equals(issuer) ->
          Optional.of("is of issuer " + issuer + ", but signed by " + valid.key().controller());
      case ProofResult.Valid valid -> late(document, organisation);
    };
  }

  /** I12: nothing is signed by a key after it was retired. */
  private Optional<String> late(JsonObject document, UUID organisation) {
    var retired = key(document, organisation).map(PublishedKey::retiredAt);
    var created =
        document.get("proof") instanceof JsonObject proof ? proof.string("created") : null;
    try {
      return retired.isEmpty()
              || created == null
              || !Instant.parse(created).isAfter(retired.get().plus(ROTATION))
          ? Optional.empty()
          : Optional.of("was signed at " + created + ", with a key retired at " + retired.get());
    } catch (DateTimeParseException e) {
      return Optional.of("was signed at " + created + ", which is no time");
    }
  }

  private KeyResolver resolver(UUID organisation) {
    return method -> {
      var key = keys(organisation).get(fragment(method));
      return key == null
          ? new Resolution.NotFound("organisation " + organisation + " publishes no such key")
          : new Resolution.Found(
              new VerificationKey(
                  method,
                  method.substring(0, method.indexOf('#')),
                  key.key(),
                  Set.of("assertionMethod"),
                  VerificationKey.Evidence.DOCUMENT));
    };
  }

  private Map<String, PublishedKey> keys(UUID organisation) {
    if (known.size() > KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(organisation, this::read);
  }

  private Map<String, PublishedKey> read(UUID organisation) {
    List<PublishedKey> keys = store.of(organisation);
    return keys.stream()
        .collect(Collectors.toMap(key -> key.key().multibase(), Function.identity()));
  }

  private static String fragment(String method) {
    return Objects.requireNonNullElse(method, "").substring(method.indexOf('#') + 1);
  }
}
