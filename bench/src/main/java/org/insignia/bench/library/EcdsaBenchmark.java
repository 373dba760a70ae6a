package org.insignia.bench.library;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.proof.SelectiveDisclosure;
import org.insignia.openbadges.rdf.Contexts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Proofs with P-256, plain and selective, signed and checked in a second by one thread. The limits
 * are the bare signature and its verification; a selective proof needs one for each statement.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EcdsaBenchmark {
  private static final List<String> SHOWN = List.of("/name", "/credentialSubject/achievement/name");

  private final SecureRandom random = new SecureRandom();
  private final KeyPair pair = KeyPair.generateP256(random);
  private final JsonObject credential = Samples.credential();
  private final ProofOptions plain = options(Cryptosuite.ECDSA_RDFC_2019);
  private final ProofOptions selective = options(Cryptosuite.ECDSA_SD_2023);
  private final JsonObject base = SelectiveDisclosure.sign(credential, pair, selective, random);
  private final Bytes signed = text(DataIntegrity.sign(credential, pair, plain));
  private final Bytes derived = text(SelectiveDisclosure.derive(base, SHOWN, Contexts.bundled()));
  private final CheckOptions check = CheckOptions.assertion(Samples.CREATED);
  private final OfflineKeys keys = new OfflineKeys();
  private final Bytes message = Bytes.wrap(new byte[64]);
  private final Bytes signature = pair.sign(message);

  private ProofOptions options(Cryptosuite suite) {
    return ProofOptions.assertion(
        suite, DidKey.verificationMethod(pair.publicKey()), Samples.CREATED);
  }

  private static Bytes text(JsonObject document) {
    return Bytes.utf8(Json.write(document));
  }

  @Benchmark
  public Bytes issueLimit() {
    return pair.sign(message);
  }

  @Benchmark
  public JsonObject issueRdfc() {
    return DataIntegrity.sign(credential, pair, plain);
  }

  @Benchmark
  public JsonObject issueSelective() {
    return SelectiveDisclosure.sign(credential, pair, selective, random);
  }

  @Benchmark
  public JsonObject derive() {
    return SelectiveDisclosure.derive(base, SHOWN, Contexts.bundled());
  }

  @Benchmark
  public boolean checkLimit() {
    return pair.publicKey().verifies(message, signature);
  }

  @Benchmark
  public List<ProofResult> checkRdfc() {
    return good(signed);
  }

  @Benchmark
  public List<ProofResult> checkDerived() {
    return good(derived);
  }

  private List<ProofResult> good(Bytes document) {
    List<ProofResult> results = DataIntegrity.check(Json.parseObject(document), keys, check);
    if (!(results.getFirst() instanceof ProofResult.Valid)) {
      throw new IllegalStateException(results.toString());
    }
    return results;
  }
}
