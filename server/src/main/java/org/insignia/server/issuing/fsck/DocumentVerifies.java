package org.insignia.server.issuing.fsck;

import java.time.Instant;
import java.util.Optional;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.issuing.fsck.SignedStore.Signed;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * I3 and I12: a stored document verifies with a key that its issuer publishes, and says what the
 * row says. All of them, or another few thousand each time.
 */
@Component
final class DocumentVerifies implements Invariant {
  /** How many are taken of all where not all are asked for. */
  static final int SAMPLE = 5_000;

  /** Their bodies are held while they are looked at. */
  private static final int ROWS = 2_000;

  private final SignedStore store;
  private final Stretches stretches;
  private final Proofs proofs;

  DocumentVerifies(SignedStore store, Stretches stretches, Proofs proofs) {
    this.store = store;
    this.stretches = stretches;
    this.proofs = proofs;
  }

  @Override
  public String key() {
    return "document-verifies";
  }

  @Override
  public int number() {
    return 3;
  }

  @Override
  public void check(Probe probe) {
    proofs.begin();
    store.forgetFrames();
    double share = probe.scope().everything() ? 1 : Math.min(1, SAMPLE / store.estimate());
    if (share == 1) {
      stretches.visit(
          probe,
          "credential",
          "id",
          ROWS,
          (after, upTo) -> store.signed(after, upTo).forEach(one -> check(probe, one)));
      return;
    }
    stretches.visit(
        probe,
        "credential",
        "id",
        (after, upTo) -> store.sample(after, upTo, share).forEach(one -> check(probe, one)));
  }

  private void check(Probe probe, Signed signed) {
    fault(signed, probe.scope().now())
        .ifPresent(fault -> probe.broken("credential:" + signed.id(), fault));
  }

  private Optional<String> fault(Signed signed, Instant now) {
    try {
      var document = Json.parseObject(store.document(signed));
      return proofs
          .fault(document, signed.organisation(), now)
          .or(() -> difference(document, signed));
    } catch (MalformedCredential | IllegalStateException | IllegalArgumentException e) {
      return Optional.of("has a damaged document: " + e.getMessage());
    }
  }

  /** What the document says otherwise than the row. */
  private Optional<String> difference(JsonObject document, Signed signed) {
    if (!(document.get("credentialStatus") instanceof JsonObject status)) {
      return Optional.of("has a document without a status");
    }
    var key = proofs.key(document, signed.organisation()).map(k -> k.id().value()).orElse(null);
    return differs("id", document.string("id"), end -> end.endsWith("/badges/" + signed.id()))
        .or(() -> differs("status index", status.string("statusListIndex"), signed.index() + ""))
        .or(() ->
            differs(
                "status list",
                status.string("statusListCredential"),
                url -> url.contains("/status/" + signed.list())))
        .or(() -> differs("key", String.valueOf(key), signed.key().toString()))
        .or(() ->
            differs(
                "end",
                document.string("validUntil"),
                signed.validUntil() == null ? null : signed.validUntil().toString()))
        .or(() ->
            says(document, signed.recipientName())
                ? Optional.empty()
                : Optional.of("has a document in another name than the row"));
  }

  private static boolean says(JsonObject document, String name) {
    return document.get("credentialSubject") instanceof JsonObject subject
        && subject.list("identifier").stream()
            .anyMatch(id ->
                id instanceof JsonObject o && JsonValue.of(name).equals(o.get("identityHash")));
  }

  private static Optional<String> differs(
      String what, @Nullable String said, @Nullable String stored) {
    return java.util.Objects.equals(said, stored)
        ? Optional.empty()
        : Optional.of(
            "has a document with another %s: %s, the row %s".formatted(what, said, stored));
  }

  private static Optional<String> differs(
      String what, @Nullable String said, java.util.function.Predicate<String> right) {
    return said != null && right.test(said)
        ? Optional.empty()
        : Optional.of("has a document with another %s: %s".formatted(what, said));
  }
}
