package org.insignia.openbadges.proof;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.KeyResolver;

/**
 * Proofs inside a document: makes them and checks them.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-vc-data-integrity-20250515/">Data Integrity 1.0</a>
 */
public final class DataIntegrity {
  private DataIntegrity() {}

  /**
   * A copy of the document with one proof more; proofs that are there stay (a proof set, or a chain
   * where the options name earlier proofs).
   *
   * @throws MalformedCredential where the document cannot be signed without losing something of it,
   *     or has not the proofs that the options name
   * @throws IllegalArgumentException where the key cannot sign with this suite, and for
   *     ecdsa-sd-2023, which needs randomness: see {@link SelectiveDisclosure}
   */
  public static JsonObject sign(JsonObject document, KeyPair key, ProofOptions options) {
    if (!options.suite().takes(key.publicKey()) || options.suite() == Cryptosuite.ECDSA_SD_2023) {
      throw new IllegalArgumentException("not a key for " + options.suite().id());
    }
    JsonValue context = document.get("@context");
    if (context == null) throw new MalformedCredential("/@context", "missing");
    JsonObject covered = new ProofSet(document).coveredBy(options.previousProof());
    ProofConfig config = ProofConfig.of(context, key.publicKey(), options);
    var canonical = new CanonicalForm(options.suite().form(), options.contexts());
    Bytes hash = canonical.hash(covered, Digests.of(key.publicKey()));
    JsonObject proof = config.complete(key.sign(config.messageOfHash(hash)));
    return ProofSet.add(document, proof);
  }

  /**
   * Checks every proof of the document, each by itself, and in the order in which they stand.
   *
   * @return one result for each proof; empty where the document has none
   */
  public static List<ProofResult> check(
      JsonObject document, KeyResolver keys, CheckOptions options) {
    var set = new ProofSet(document);
    if (set.tooLarge()) {
      return List.of(
          new ProofResult.Invalid(
              "/proof", ProofProblem.TOO_MANY_PROOFS, set.size() + " proofs, 16 are allowed"));
    }
    var check = new ProofCheck(set, keys, options);
    var results = new ArrayList<ProofResult>(set.size());
    for (int i = 0; i < set.size(); i++) results.add(check.result(i));
    return results;
  }
}
