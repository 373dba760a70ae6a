package org.insignia.server.keys;

import java.time.Instant;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.PublicKey;

/** The key an organisation signs with: it signs, and shows nothing but its public part. */
public final class SigningKey {
  private final KeyId id;
  private final String did;
  private final KeyPair pair;

  SigningKey(KeyId id, String did, KeyPair pair) {
    this.id = id;
    this.did = did;
    this.pair = pair;
  }

  public KeyId id() {
    return id;
  }

  /** The DID of the issuer that this key speaks for. */
  public String issuer() {
    return did;
  }

  public PublicKey publicKey() {
    return pair.publicKey();
  }

  /** As proofs name it: the issuer's DID with the key in Multikey form as fragment. */
  public String verificationMethod() {
    return did + "#" + pair.publicKey().multibase();
  }

  /**
   * The credential as a JWT in the form of Open Badges 3.0; whatever proof it bears is left out.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential where issuer, id or validFrom are
   *     missing
   */
  public String jwt(JsonObject credential) {
    return new EnvelopeSigner(pair, verificationMethod()).openBadge(credential.without("proof"));
  }

  /** Makes proofs that say they were made at this time. */
  public Seal sealAt(Instant created) {
    return new Seal(this, pair, created);
  }

  @Override
  public String toString() {
    return verificationMethod();
  }
}
