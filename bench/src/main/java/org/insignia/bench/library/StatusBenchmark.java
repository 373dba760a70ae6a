package org.insignia.bench.library;

import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** P8: a status list of 131,072 entries, one in a hundred revoked: published anew, and read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StatusBenchmark {
  private static final int REVOKED = BitstringStatusList.MIN_BITS / 100;

  private final Random random = new Random(8);
  private final BitSet revoked = new BitSet(BitstringStatusList.MIN_BITS);
  private final ProofOptions options = Samples.options(Cryptosuite.EDDSA_RDFC_2022);
  private final JsonObject published;

  public StatusBenchmark() {
    while (revoked.cardinality() < REVOKED) {
      revoked.set(random.nextInt(BitstringStatusList.MIN_BITS));
    }
    published = unsigned();
  }

  /** One more is revoked, another is not: the list stays as full as it is. */
  private JsonObject unsigned() {
    revoked.clear(revoked.nextSetBit(random.nextInt(BitstringStatusList.MIN_BITS / 2)));
    revoked.set(random.nextInt(BitstringStatusList.MIN_BITS));
    var list = BitstringStatusList.of(BitstringStatusList.MIN_BITS, revoked.stream());
    return new StatusListCredential(
            "https://badges.example/status/7",
            DidKey.did(Samples.KEY.publicKey()),
            Samples.CREATED,
            StatusPurpose.REVOCATION,
            list)
        .toJson();
  }

  @Benchmark
  public String revoke() {
    return Json.write(DataIntegrity.sign(unsigned(), Samples.KEY, options));
  }

  @Benchmark
  public StatusListCredential read() {
    return StatusListCredential.read(published);
  }
}
