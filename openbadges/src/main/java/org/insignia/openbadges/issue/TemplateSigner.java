package org.insignia.openbadges.issue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofConfig;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.shape.SlotContents;
import org.jspecify.annotations.Nullable;

/**
 * Signs the credentials of one template with one key and one {@code created}. Immutable, for any
 * number of threads.
 */
public final class TemplateSigner {
  private static final byte[] END = {'"', '}', '}'};

  private final Template template;
  private final KeyPair key;
  private final ProofOptions options;
  private final ProofConfig config;

  /** From the comma after the last member of the credential to the opening quotation mark. */
  private final byte[] proofStart;

  private TemplateSigner(Template template, KeyPair key, ProofOptions options) {
    this.template = template;
    this.key = key;
    this.options = options;
    this.config = ProofConfig.of(template.context(), key.publicKey(), options);
    String proof = Json.write(config.complete(Bytes.wrap(new byte[0])));
    // The value is last and empty: "proofValue":"z"}
    String start = ",\"proof\":" + proof.substring(0, proof.length() - 3);
    this.proofStart = start.getBytes(StandardCharsets.UTF_8);
  }

  static TemplateSigner of(Template template, KeyPair key, ProofOptions options) {
    if (options.suite() == Cryptosuite.ECDSA_SD_2023
        || !options.suite().takes(key.publicKey())
        || !options.previousProof().isEmpty()) {
      throw new IllegalArgumentException("not how templates are signed: " + options.suite().id());
    }
    return new TemplateSigner(template, key, options);
  }

  /**
   * The signed credential as compact JSON in UTF-8: what {@link DataIntegrity#sign} gives for the
   * filled template.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential where a value cannot stand in its hole
   */
  public Bytes sign(List<String> values) {
    if (values.size() != template.holes()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + template.holes() + " holes");
    }
    SlotContents contents = template.contents(values);
    byte[] hash = contents == null ? null : hash(contents);
    if (contents == null || hash == null) {
      return Bytes.utf8(Json.write(DataIntegrity.sign(template.fill(values), key, options)));
    }
    Bytes signature = key.sign(config.messageOfHash(Bytes.wrap(hash)));
    byte[] proofValue = Multibase.base58btc(signature).getBytes(StandardCharsets.US_ASCII);
    return template.json(contents, proofStart, proofValue, END);
  }

  private byte @Nullable [] hash(SlotContents contents) {
    return switch (options.suite()) {
      case EDDSA_JCS_2022, ECDSA_JCS_2019 -> template.jsonHash(contents, config.digest());
      case EDDSA_RDFC_2022, ECDSA_RDFC_2019 -> template.statementHash(contents, config.digest());
      case ECDSA_SD_2023, EDDSA_2022, ED25519_SIGNATURE_2020 ->
          throw new IllegalStateException("refused when made");
    };
  }
}
