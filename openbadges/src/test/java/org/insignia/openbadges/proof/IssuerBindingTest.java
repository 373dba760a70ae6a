package org.insignia.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.insignia.openbadges.proof.IssuerBinding.Bound;
import org.insignia.openbadges.proof.IssuerBinding.Claimed;
import org.insignia.openbadges.proof.IssuerBinding.Foreign;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerBindingTest {
  private static final KeyPair PAIR = KeyPair.ed25519(Bytes.wrap(new byte[32]));

  @ParameterizedTest
  @CsvSource({
    "IDENTIFIER, did:key:zA, did:key:zA",
    "DOCUMENT, did:web:a.example, did:web:a.example",
    "SITE, https://a.example, https://a.example",
    "SITE, https://a.example, https://a.example/issuers/1"
  })
  void a_key_of_the_issuers_own_identifier_document_or_site_is_theirs(
      Evidence evidence, String controller, String issuer) {
    assertThat(binding(evidence, controller, issuer)).isEqualTo(new Bound());
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTIFIER, did:key:zA, did:key:zB",
    "IDENTIFIER, did:key:zA, did:key:zA#zA",
    "DOCUMENT, did:web:a.example, did:web:a.example:b",
    "DOCUMENT, https://a.example, https://a.example/issuers/1",
    "SITE, https://a.example, https://a.example.evil.example",
    "SITE, https://a.example, https://a.example:8443/issuers/1",
    "SITE, https://a.example, https://b.example",
    "SITE, https://a.example/b, https://a.example",
    "CLAIM, https://a.example, https://b.example",
    "CLAIM, https://a.example, https://a.example/issuers/1"
  })
  void any_other_key_is_somebody_elses(Evidence evidence, String controller, String issuer) {
    assertThat(binding(evidence, controller, issuer)).isEqualTo(new Foreign(controller));
  }

  @ParameterizedTest
  @CsvSource({"https://a.example/issuers/1", "urn:uuid:1"})
  void a_key_that_only_names_the_issuer_is_claimed(String issuer) {
    assertThat(binding(Evidence.CLAIM, issuer, issuer)).isEqualTo(new Claimed());
  }

  private static IssuerBinding binding(Evidence evidence, String controller, String issuer) {
    var key =
        new VerificationKey(
            controller + "#k", controller, PAIR.publicKey(), Set.of("assertionMethod"), evidence);
    return IssuerBinding.of(key, issuer);
  }
}
