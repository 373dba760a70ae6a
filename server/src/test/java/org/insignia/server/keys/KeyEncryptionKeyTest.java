package org.insignia.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.insignia.openbadges.json.Bytes;
import org.junit.jupiter.api.Test;

class KeyEncryptionKeyTest {
  private final KeyEncryptionKey kek = KeyEncryptionKey.of(KeyEncryptionKey.random());
  private final Bytes secret = Bytes.utf8("thirty-two bytes of a secret key");

  @Test
  void opens_what_it_sealed() {
    assertThat(kek.open(kek.seal(secret, "a"), "a")).isEqualTo(secret);
  }

  @Test
  void never_seals_twice_alike_and_hides_the_secret() {
    Bytes sealed = kek.seal(secret, "a");

    assertThat(kek.seal(secret, "a")).isNotEqualTo(sealed);
    assertThat(sealed.utf8()).doesNotContain("secret");
  }

  @Test
  void opens_nothing_that_was_moved_to_another_owner() {
    Bytes sealed = kek.seal(secret, "a");

    assertThatThrownBy(() -> kek.open(sealed, "b")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void opens_nothing_of_which_one_bit_was_changed() {
    byte[] sealed = kek.seal(secret, "a").toArray();
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> kek.open(Bytes.wrap(changed), "a"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void opens_nothing_that_another_key_sealed() {
    Bytes sealed = KeyEncryptionKey.of(KeyEncryptionKey.random()).seal(secret, "a");

    assertThatThrownBy(() -> kek.open(sealed, "a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(kek.fingerprint());
  }

  @Test
  void refuses_a_key_of_another_length() {
    assertThatThrownBy(() -> KeyEncryptionKey.of(Bytes.utf8("short")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
