package org.insignia.bench.library;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.insignia.openbadges.issue.Template;
import org.insignia.openbadges.issue.TemplateSigner;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Jcs;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * P1 and P3: credentials issued in a second by one thread. The limits are what no implementation
 * can do without: the SHA-256 of the canonical bytes and one Ed25519 signature by Bouncy Castle.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class IssueBenchmark {
  private final Template template = Samples.template();
  private final ProofOptions rdfc = Samples.options(Cryptosuite.EDDSA_RDFC_2022);
  private final ProofOptions jcs = Samples.options(Cryptosuite.EDDSA_JCS_2022);
  private final TemplateSigner signer = template.signer(Samples.KEY, rdfc);
  private final TemplateSigner jcsSigner = template.signer(Samples.KEY, jcs);
  private final List<List<String>> values = Samples.values();
  private final List<JsonObject> documents = values.stream().map(template::fill).toList();
  private final List<Bytes> canonical = values.stream().map(template::canonical).toList();
  private final List<Bytes> canonicalJson = documents.stream().map(Jcs::canonicalize).toList();
  private final byte[] seed = Samples.KEY.secret().toArray();
  private final byte[] publicKey = new byte[32];
  private int next;

  @Setup
  public void publicKey() {
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
  }

  private int next() {
    next = (next + 1) % Samples.COUNT;
    return next;
  }

  @Benchmark
  public byte[] rdfcLimit() throws NoSuchAlgorithmException {
    return signHash(canonical.get(next()));
  }

  @Benchmark
  public Bytes rdfcTemplate() {
    return signer.sign(values.get(next()));
  }

  @Benchmark
  public String rdfcGeneral() {
    return Json.write(DataIntegrity.sign(documents.get(next()), Samples.KEY, rdfc));
  }

  @Benchmark
  public byte[] jcsLimit() throws NoSuchAlgorithmException {
    return signHash(canonicalJson.get(next()));
  }

  @Benchmark
  public Bytes jcsTemplate() {
    return jcsSigner.sign(values.get(next()));
  }

  @Benchmark
  public String jcsGeneral() {
    return Json.write(DataIntegrity.sign(documents.get(next()), Samples.KEY, jcs));
  }

  private byte[] signHash(Bytes covered) throws NoSuchAlgorithmException {
    byte[] message = new byte[64];
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(covered.view());
    System.arraycopy(hash, 0, message, 32, 32);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
