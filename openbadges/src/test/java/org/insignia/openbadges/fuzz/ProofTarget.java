package org.insignia.openbadges.fuzz;

import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofResult;

/** Documents with proofs: nothing is thrown for a proof, and no forged one holds. */
final class ProofTarget implements FuzzTarget {
  private static final CheckOptions OPTIONS = CheckOptions.assertion(SignedSeeds.NOW);

  private final List<JsonObject> documents = SignedSeeds.documents();
  private final Signed signed = new Signed();

  ProofTarget() {
    documents.forEach(signed::add);
    for (Bytes sample : Seeds.shared(folders())) {
      try {
        signed.add(Json.parseObject(sample));
      } catch (MalformedCredential e) {
        // Hostile: nobody signed this.
      }
    }
  }

  @Override
  public boolean judge(Bytes input) {
    JsonObject document;
    try {
      document = Json.parseObject(input);
    } catch (MalformedCredential e) {
      return false;
    }
    List<ProofResult> results = DataIntegrity.check(document, new OfflineKeys(), OPTIONS);
    if (results.stream().anyMatch(ProofResult.Valid.class::isInstance)) {
      Property.holds(signed.contains(document), "a forged proof holds");
    }
    return true;
  }

  @Override
  public List<Bytes> seeds() {
    return documents.stream().map(SignedSeeds::text).toList();
  }

  @Override
  public List<String> folders() {
    return List.of("hostile/vc-jcs", "hostile/vc-rdfc-mutations", "standards/own/ob30-signed");
  }
}
