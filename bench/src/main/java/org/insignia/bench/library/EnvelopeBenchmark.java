package org.insignia.bench.library;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.insignia.openbadges.jose.Envelope;
import org.insignia.openbadges.jose.EnvelopeCheck;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.jose.HeldSdJwt;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.ProofResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * P4: JWTs of Open Badges 3.0 signed and checked in a second by one thread; beside them SD-JWTs
 * with three claims left to the holder. The limits are the bare signature and its verification over
 * the same bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EnvelopeBenchmark {
  @Param({"EdDSA", "ES256"})
  public String algorithm = "EdDSA";

  private static final List<JsonPointer> CHOICES =
      Stream.of(
              "/credentialSubject/achievement/name",
              "/credentialSubject/identifier",
              "/credentialSubject/achievement/criteria")
          .map(JsonPointer::parse)
          .toList();

  private final SecureRandom random = new SecureRandom();
  private KeyPair pair = Samples.KEY;
  private EnvelopeSigner signer = new EnvelopeSigner(pair, null);
  private JsonObject credential = Samples.credential();
  private String token = "";
  private String selective = "";
  private Bytes cose = Bytes.utf8("");
  private Bytes signed = Bytes.utf8("");
  private Bytes signature = Bytes.utf8("");
  private final EnvelopeCheck check = EnvelopeCheck.at(Samples.CREATED, new OfflineKeys());

  @Setup
  public void tokens() {
    pair = algorithm.equals("ES256") ? KeyPair.generateP256(new SecureRandom()) : Samples.KEY;
    signer = new EnvelopeSigner(pair, DidKey.verificationMethod(pair.publicKey()));
    credential = Samples.credential().with("issuer", JsonValue.of(DidKey.did(pair.publicKey())));
    token = signer.openBadge(credential);
    selective = issueSdJwt();
    cose = signer.credentialCose(credential);
    signed = Bytes.utf8(token.substring(0, token.lastIndexOf('.')));
    signature = pair.sign(signed);
  }

  @Benchmark
  public Bytes issueLimit() {
    return pair.sign(signed);
  }

  @Benchmark
  public String issueJwt() {
    return signer.openBadge(credential);
  }

  @Benchmark
  public String issueSdJwt() {
    return signer.credentialSdJwt(credential, CHOICES, random);
  }

  @Benchmark
  public String showSdJwt() {
    return HeldSdJwt.read(selective).showing(CHOICES.subList(0, 1));
  }

  @Benchmark
  public Envelope checkSdJwt() {
    return good(check.sdJwt(selective));
  }

  @Benchmark
  public Bytes issueCose() {
    return signer.credentialCose(credential);
  }

  @Benchmark
  public boolean checkLimit() {
    return pair.publicKey().verifies(signed, signature);
  }

  @Benchmark
  public Envelope checkJwt() {
    return good(check.jwt(token));
  }

  @Benchmark
  public Envelope checkCose() {
    return good(check.cose(cose));
  }

  private static Envelope good(Envelope envelope) {
    if (!(envelope.proof() instanceof ProofResult.Valid)) {
      throw new IllegalStateException(envelope.proof().toString());
    }
    return envelope;
  }
}
