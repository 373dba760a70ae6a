package org.insignia.server.api.vcapi;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * The conformance instances, one for each way of signing and each curve. Their keys are made at the
 * start and live in memory only: they are nobody's, and no key of an organisation can be reached
 * from here.
 */
@Component
@OnlyForConformance
public final class Instances {
  private static final String WITH_STATUS = "bitstring-status-list";

  private final Map<String, Instance> byName = new LinkedHashMap<>();
  private final URI statusListUrl;
  private final JsonObject statusList;

  Instances(ConformanceSettings conformance, Settings settings, Clock clock) {
    conformance.refuseUnlessSafe(settings.baseUrl());
    var random = new SecureRandom();
    statusListUrl = settings.url("/vc-api/" + WITH_STATUS + "/status");
    proof(Cryptosuite.EDDSA_RDFC_2022, "", KeyPair.generateEd25519(random), clock);
    proof(Cryptosuite.EDDSA_JCS_2022, "", KeyPair.generateEd25519(random), clock);
    proof(Cryptosuite.ECDSA_RDFC_2019, "-p256", KeyPair.generateP256(random), clock);
    proof(Cryptosuite.ECDSA_RDFC_2019, "-p384", KeyPair.generateP384(random), clock);
    proof(Cryptosuite.ECDSA_JCS_2019, "-p256", KeyPair.generateP256(random), clock);
    proof(Cryptosuite.ECDSA_JCS_2019, "-p384", KeyPair.generateP384(random), clock);
    proof(Cryptosuite.ECDSA_SD_2023, "", KeyPair.generateP256(random), clock);
    var envelope = new Securing.Envelope();
    var signer = KeyPair.generateP256(random);
    add(new Instance(envelope.id(), envelope, signer, null, clock));
    add(
        new Instance(
            WITH_STATUS,
            new Securing.Proof(Cryptosuite.EDDSA_RDFC_2022),
            KeyPair.generateEd25519(random),
            new StatusPositions(statusListUrl.toString(), random),
            clock));
    statusList = signedList(get(WITH_STATUS), clock);
  }

  private void proof(Cryptosuite suite, String curve, KeyPair key, Clock clock) {
    add(new Instance(suite.id() + curve, new Securing.Proof(suite), key, null, clock));
  }

  private void add(Instance instance) {
    byName.put(instance.name(), instance);
  }

  private JsonObject signedList(Instance instance, Clock clock) {
    var list =
        new StatusListCredential(
            statusListUrl.toString(),
            instance.did(),
            clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
            StatusPurpose.REVOCATION,
            BitstringStatusList.of(BitstringStatusList.MIN_BITS, IntStream.empty()));
    return instance.issueStatusList(list.toJson());
  }

  /** All of them, always in the same order. */
  public Collection<Instance> all() {
    return List.copyOf(byName.values());
  }

  /**
   * @throws Problem.NotFound for another name
   */
  public Instance get(String name) {
    var instance = byName.get(name);
    if (instance == null) {
      throw new Problem.NotFound("no such instance; known are " + byName.keySet());
    }
    return instance;
  }

  /**
   * The status list of an instance, signed by it.
   *
   * @throws Problem.NotFound where it has none
   */
  public JsonObject statusList(String name) {
    if (!get(name).hasStatus()) {
      throw new Problem.NotFound("no status list");
    }
    return Objects.requireNonNull(statusList);
  }

  /** All that can be loaded here: nothing is ever fetched for a conformance request. */
  Loaded load(URI url) {
    return url.equals(statusListUrl)
        ? new Loaded.Document(
            Bytes.utf8(Json.write(statusList)), "application/vc+ld+json", statusListUrl)
        : new Loaded.Unavailable("conformance instances fetch nothing");
  }
}
