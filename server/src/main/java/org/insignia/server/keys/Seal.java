package org.insignia.server.keys;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.openbadges.issue.Template;
import org.insignia.openbadges.issue.TemplateSigner;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.ProofConfig;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;

/**
 * Adds eddsa-rdfc-2022 proofs of one key and one moment; any number of threads may use it. What
 * proofs of the same moment share is computed once: it costs as much as the document itself.
 */
public final class Seal {
  private static final JsonValue V2 = JsonValue.of("https://www.w3.org/ns/credentials/v2");

  private final KeyPair pair;
  private final ProofOptions options;
  private final Map<JsonValue, ProofConfig> configs = new ConcurrentHashMap<>();

  Seal(SigningKey key, KeyPair pair, Instant created) {
    this.pair = pair;
    this.options =
        ProofOptions.assertion(Cryptosuite.EDDSA_RDFC_2022, key.verificationMethod(), created);
  }

  /**
   * A copy of the document with a proof.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential where its JSON-LD would lose something
   */
  public JsonObject sign(JsonObject document) {
    JsonValue context = Objects.requireNonNull(document.get("@context"), "@context");
    ProofConfig config =
        configs.computeIfAbsent(context, c -> ProofConfig.of(c, pair.publicKey(), options));
    var canonical = Canonical.form(document, Contexts.bundled());
    return document.with("proof", config.complete(pair.sign(config.message(canonical))));
  }

  /** The fast way for many documents of one template; what it gives is the same. */
  public TemplateSigner signer(Template template) {
    return template.signer(pair, options);
  }

  /** A proof of this seal with other texts in the two places that are not the same in all. */
  public JsonObject proof(String created, String proofValue) {
    JsonObject proof =
        configs
            .computeIfAbsent(V2, c -> ProofConfig.of(c, pair.publicKey(), options))
            .complete(Bytes.wrap(new byte[0]));
    return proof
        .with("created", JsonValue.of(created))
        .with("proofValue", JsonValue.of(proofValue));
  }
}
