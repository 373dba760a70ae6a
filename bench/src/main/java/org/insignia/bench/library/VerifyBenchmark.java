package org.insignia.bench.library;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.insignia.openbadges.issue.Template;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.JsonLd;
import org.insignia.openbadges.rdf.Rdfc10;
import org.insignia.openbadges.rdf.WorkBudget;
import org.insignia.openbadges.schema.SchemaCheck;
import org.insignia.openbadges.schema.SchemaProblem;
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
 * P2 and P3: proofs checked in a second by one thread, from the bytes of the signed document, and
 * the steps of it. The limits are the hashes and one Ed25519 verification by Bouncy Castle.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class VerifyBenchmark {
  private final Template template = Samples.template();
  private final List<JsonObject> documents = Samples.values().stream().map(template::fill).toList();
  private final List<Bytes> rdfc = signed(Cryptosuite.EDDSA_RDFC_2022);
  private final List<Bytes> jcs = signed(Cryptosuite.EDDSA_JCS_2022);
  private final List<Bytes> canonical = Samples.values().stream().map(template::canonical).toList();
  private final List<Dataset> datasets =
      documents.stream().map(d -> JsonLd.toDataset(d, Contexts.bundled())).toList();
  private final CheckOptions options = CheckOptions.assertion(Samples.CREATED);
  private final CheckOptions unlearnt = options.withContexts(Contexts.conformance());
  private final OfflineKeys keys = new OfflineKeys();
  private final byte[] proofBytes = new byte[700];
  private final byte[] publicKey = new byte[32];
  private final byte[] signature = new byte[64];
  private int next;

  private List<Bytes> signed(Cryptosuite suite) {
    ProofOptions how = Samples.options(suite);
    return documents.stream()
        .map(document -> Json.write(DataIntegrity.sign(document, Samples.KEY, how)))
        .map(Bytes::utf8)
        .toList();
  }

  /** A signature over hashes that are the same every time: as much work as any other. */
  @Setup
  public void signature() {
    byte[] seed = Samples.KEY.secret().toArray();
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    Ed25519.sign(seed, 0, publicKey, 0, new byte[64], 0, 64, signature, 0);
  }

  private int next() {
    next = (next + 1) % Samples.COUNT;
    return next;
  }

  @Benchmark
  public int rdfcLimit() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    int guard = digest.digest(proofBytes)[0] + digest.digest(canonical.get(next()).view())[0];
    boolean good = Ed25519.verify(signature, 0, publicKey, 0, new byte[64], 0, 64);
    return good ? guard : 0;
  }

  @Benchmark
  public List<ProofResult> rdfcKnown() {
    return checked(rdfc.get(next()), options);
  }

  /** With contexts by which no shape is learnt. */
  @Benchmark
  public List<ProofResult> rdfcAny() {
    return checked(rdfc.get(next()), unlearnt);
  }

  @Benchmark
  public List<ProofResult> jcsGeneral() {
    return checked(jcs.get(next()), options);
  }

  private List<ProofResult> checked(Bytes document, CheckOptions options) {
    List<ProofResult> results = DataIntegrity.check(Json.parseObject(document), keys, options);
    if (!(results.getFirst() instanceof ProofResult.Valid)) {
      throw new IllegalStateException(results.toString());
    }
    return results;
  }

  @Benchmark
  public JsonValue parse() {
    return Json.parse(rdfc.get(next()));
  }

  @Benchmark
  public Dataset toDataset() {
    return JsonLd.toDataset(documents.get(next()), Contexts.bundled());
  }

  @Benchmark
  public Bytes canonicalize() {
    return Rdfc10.canonicalize(datasets.get(next()), WorkBudget.standard());
  }

  @Benchmark
  public List<SchemaProblem> schema() {
    return SchemaCheck.bundled().problems(documents.get(next()));
  }
}
