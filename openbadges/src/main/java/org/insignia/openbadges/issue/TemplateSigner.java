package org.insignia.openbadges.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofConfig;
import org.insignia.openbadges.proof.ProofOptions;

/**
 * Signs the credentials of one template with one key and one {@code created}. Immutable, for any
 * number of threads.
 */
public final class TemplateSigner {
  private static final byte[] END = {'"', '}', '}'};

  private final Template template;
  private final KeyPair key;
  private final ProofOptions options;
  private final Bytes configHash;

  /** From the comma after the last member of the credential to the opening quotation mark. */
  private final byte[] proofStart;

  private TemplateSigner(Template template, KeyPair key, ProofOptions options) {
    this.template = template;
    this.key = key;
    this.options = options;
    ProofConfig config = ProofConfig.of(template.context(), key.publicKey(), options);
    this.configHash = config.hash();
    String proof = Json.write(config.complete(Bytes.wrap(new byte[0])));
    // The value is last and empty: "proofValue":"z"}
    String start = ",\"proof\":" + proof.substring(0, proof.length() - 3);
    this.proofStart = start.getBytes(StandardCharsets.UTF_8);
  }

  static TemplateSigner of(Template template, KeyPair key, ProofOptions options) {
    if (options.suite() != Cryptosuite.EDDSA_RDFC_2022
        || !(key.publicKey() instanceof PublicKey.Ed25519)
        || !options.previousProof().isEmpty()) {
      throw new IllegalArgumentException("templates are signed with eddsa-rdfc-2022 alone");
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
    if (!template.allows(values)) {
      return signGenerally(values);
    }
    MessageDigest digest = Template.digest();
    SlotContents contents = template.contents(values);
    ByteSink canonical = template.write(contents, digest);
    if (canonical == null) {
      return signGenerally(values);
    }
    byte[] message = new byte[64];
    System.arraycopy(configHash.view(), 0, message, 0, 32);
    System.arraycopy(canonical.digest(digest), 0, message, 32, 32);
    String proofValue = Multibase.base58btc(key.sign(Bytes.wrap(message)));
    var out = new ByteSink(4096);
    template.json().write(out, contents);
    out.append(proofStart);
    out.append(proofValue.getBytes(StandardCharsets.US_ASCII));
    out.append(END);
    return Bytes.wrap(out.toBytes());
  }

  private Bytes signGenerally(List<String> values) {
    return Bytes.utf8(Json.write(DataIntegrity.sign(template.fill(values), key, options)));
  }
}
