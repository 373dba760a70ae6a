package org.insignia.bench.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.openbadges.issue.Template;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.rdf.Contexts;

/** One realistic credential (about 3 KB, 80 statements) and seeded variants of it. */
final class Samples {
  static final int COUNT = 1_000;
  static final KeyPair KEY = KeyPair.ed25519(Bytes.wrap(new byte[32]));
  static final Instant CREATED = Instant.parse("2026-01-15T09:30:00Z");

  private static final List<JsonPointer> HOLES =
      Stream.of(
              "/id",
              "/validFrom",
              "/credentialSubject/identifier/0/identityHash",
              "/credentialSubject/identifier/0/salt",
              "/credentialSubject/result/0/value",
              "/credentialStatus/id",
              "/credentialStatus/statusListIndex")
          .map(JsonPointer::parse)
          .toList();

  private Samples() {}

  static Template template() {
    return Template.compile(credential(), HOLES, Contexts.bundled());
  }

  static ProofOptions options(Cryptosuite suite) {
    return ProofOptions.assertion(suite, DidKey.verificationMethod(KEY.publicKey()), CREATED);
  }

  static JsonObject credential() {
    try (InputStream in = Samples.class.getResourceAsStream("credential.json")) {
      if (in == null) {
        throw new IllegalStateException("no credential.json");
      }
      return Json.parseObject(Bytes.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of {@link #COUNT} credentials. */
  static List<List<String>> values() {
    var random = new Random(204);
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      String index = Integer.toString(random.nextInt(131_072));
      all.add(
          List.of(
              "urn:uuid:" + new UUID(random.nextLong(), random.nextLong()),
              CREATED.minusSeconds(random.nextInt(1_000_000)).toString(),
              "sha256$%016x%016x%016x%016x"
                  .formatted(
                      random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()),
              Long.toHexString(random.nextLong()),
              Integer.toString(700 + random.nextInt(300)),
              "https://badges.example/status/7#" + index,
              index));
    }
    return all;
  }
}
