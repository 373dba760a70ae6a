package org.insignia.openbadges.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.junit.jupiter.api.Test;

class OfflineKeysTest {
  private final PublicKey key = KeyPair.ed25519(Bytes.wrap(new byte[32])).publicKey();
  private final OfflineKeys keys = new OfflineKeys();

  @Test
  void a_did_key_is_its_own_evidence() {
    assertThat(keys.resolve(DidKey.verificationMethod(key)))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> {
              assertThat(found.key().key()).isEqualTo(key);
              assertThat(found.key().controller()).isEqualTo(DidKey.did(key));
              assertThat(found.key().evidence()).isEqualTo(Evidence.IDENTIFIER);
            });
  }

  @Test
  void a_key_in_the_fragment_of_a_url_is_only_a_claim() {
    assertThat(keys.resolve("https://issuer.example/profile#" + key.multibase()))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> {
              assertThat(found.key().controller()).isEqualTo("https://issuer.example/profile");
              assertThat(found.key().evidence()).isEqualTo(Evidence.CLAIM);
            });
  }

  @Test
  void a_did_key_with_another_fragment_is_not_found() {
    assertThat(keys.resolve(DidKey.did(key) + "#other")).isInstanceOf(Resolution.NotFound.class);
    assertThat(keys.resolve("did:key:z6Mk#z6Mk")).isInstanceOf(Resolution.NotFound.class);
    assertThat(keys.resolve("http://issuer.example/#" + key.multibase()))
        .isInstanceOf(Resolution.Unavailable.class);
    assertThat(keys.resolve("did:web:issuer.example#k")).isInstanceOf(Resolution.Unavailable.class);
  }
}
