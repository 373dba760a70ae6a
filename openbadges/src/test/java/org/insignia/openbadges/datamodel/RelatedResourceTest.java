package org.insignia.openbadges.datamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.rdf.Contexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests of {@code https://www.w3.org/ns/credentials/v2} as published: SHA-256 59955ced… */
class RelatedResourceTest {
  private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";

  @ParameterizedTest
  @CsvSource({
    "digestSRI, sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU",
    "digestSRI, sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=",
    // A multihash, and the bare digest that the data model's examples show.
    "digestMultibase, uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA",
    "digestMultibase, uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ"
  })
  void the_digest_of_what_is_published_is_right(String member, String digest) {
    assertThat(CredentialModel.problems(credential(member, digest), Contexts.bundled())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "digestSRI, sha384-_rCVIV7fSXXTNIvpiq26jRDyj8JG8TDjij-tD0ewLk4JpnXEz6a5AeeY_1qQ0d0P",
    "digestMultibase, uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0",
    "digestMultibase, uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJw",
    // Of a draft of July 2024, which nobody can fetch any more.
    "digestSRI, sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg",
    "digestMultibase, uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k"
  })
  void any_other_is_not(String member, String digest) {
    assertThat(CredentialModel.problems(credential(member, digest), Contexts.bundled())).hasSize(1);
  }

  private static JsonObject credential(String member, String digest) {
    return (JsonObject)
        JsonValue.from(
            Map.of(
                "@context", List.of(CONTEXT),
                "type", List.of("VerifiableCredential"),
                "issuer", "did:example:issuer",
                "credentialSubject", Map.of("id", "did:example:subject"),
                "relatedResource", Map.of("id", CONTEXT, member, digest)));
  }
}
