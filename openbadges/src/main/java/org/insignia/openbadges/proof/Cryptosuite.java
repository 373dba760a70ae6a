package org.insignia.openbadges.proof;

import java.util.Arrays;
import java.util.Optional;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.PublicKey;

/**
 * The ways to make a proof that are known here.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-vc-di-eddsa-20250515/">Data Integrity EdDSA 1.0</a>
 * @see <a href="https://www.w3.org/TR/2025/REC-vc-di-ecdsa-20250515/">Data Integrity ECDSA 1.0</a>
 */
public enum Cryptosuite {
  /** RDF canonicalisation, Ed25519: what issuers use by default, and what most verifiers know. */
  EDDSA_RDFC_2022("eddsa-rdfc-2022", Form.RDFC),
  /** JSON canonicalisation, Ed25519. */
  EDDSA_JCS_2022("eddsa-jcs-2022", Form.JCS),
  /** RDF canonicalisation, P-256 or P-384. */
  ECDSA_RDFC_2019("ecdsa-rdfc-2019", Form.RDFC),
  /** JSON canonicalisation, P-256 or P-384. */
  ECDSA_JCS_2019("ecdsa-jcs-2019", Form.JCS),
  /** Selective disclosure, P-256: a base proof for the holder, derived ones for verifiers. */
  ECDSA_SD_2023("ecdsa-sd-2023", Form.SELECTIVE),
  /** The draft name of eddsa-rdfc-2022; checked, never made. */
  EDDSA_2022("eddsa-2022", Form.RDFC),
  /** A proof type of its own, older than Data Integrity; checked, never made. */
  ED25519_SIGNATURE_2020("Ed25519Signature2020", Form.RDFC);

  enum Form {
    RDFC,
    JCS,
    SELECTIVE
  }

  private final String id;
  private final Form form;

  Cryptosuite(String id, Form form) {
    this.id = id;
    this.form = form;
  }

  /** As the member {@code cryptosuite} spells it, or {@code type} in the oldest. */
  public String id() {
    return id;
  }

  Form form() {
    return form;
  }

  /** Whether proofs are still made with it. */
  public boolean current() {
    return this != EDDSA_2022 && this != ED25519_SIGNATURE_2020;
  }

  /** Whether a key of this kind may sign with it. */
  public boolean takes(PublicKey key) {
    return switch (this) {
      case EDDSA_RDFC_2022, EDDSA_JCS_2022, EDDSA_2022, ED25519_SIGNATURE_2020 ->
          key instanceof PublicKey.Ed25519;
      case ECDSA_RDFC_2019, ECDSA_JCS_2019 ->
          key instanceof PublicKey.P256 || key instanceof PublicKey.P384;
      case ECDSA_SD_2023 -> key instanceof PublicKey.P256;
    };
  }

  /** The suite of this identifier that proofs are still made with. */
  public static Optional<Cryptosuite> ofId(String id) {
    return Arrays.stream(values()).filter(s -> s.current() && s.id.equals(id)).findFirst();
  }

  static Optional<Cryptosuite> of(JsonObject proof) {
    String type = proof.string("type");
    if (ED25519_SIGNATURE_2020.id.equals(type)) {
      return proof.get("cryptosuite") == null
          ? Optional.of(ED25519_SIGNATURE_2020)
          : Optional.empty();
    }
    String id = proof.string("cryptosuite");
    if (!"DataIntegrityProof".equals(type) || id == null) return Optional.empty();
    return Arrays.stream(values())
        .filter(s -> s != ED25519_SIGNATURE_2020 && s.id.equals(id))
        .findFirst();
  }
}
