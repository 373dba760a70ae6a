package org.insignia.openbadges.datamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.JsonLd;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataModelSuiteTest {
  /** What the suite's own wrapper looks at, or what it sends in another way than the file says. */
  private static final Set<String> JUDGED_ELSEWHERE =
      Set.of(
          // Issuer and holder are put in by the suite, so that the mismatch is made there.
          "presentation-self-asserted-vc-issuer-mismatch.json");

  static Stream<Path> files() {
    return SharedFiles.files("standards/vcdm20-inputs", ".json").stream()
        .filter(file -> !JUDGED_ELSEWHERE.contains(file.getFileName().toString()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void names_of_inputs_say_how_they_are_judged(Path file) {
    String name = file.getFileName().toString();
    JsonObject document = asTheSuiteSendsIt(name, Json.parseObject(SharedFiles.bytes(file)));
    List<MalformedCredential> problems = new ArrayList<>();
    boolean presentation = name.startsWith("presentation");
    problems.addAll(
        presentation
            ? PresentationModel.problems(document)
            : CredentialModel.problems(document, Contexts.conformance()));
    try {
      JsonLd.toDataset(document.without("proof"), Contexts.conformance());
    } catch (MalformedCredential e) {
      problems.add(e);
    }
    if (name.endsWith("-fail.json")) {
      assertThat(problems).as(name).isNotEmpty();
    } else {
      assertThat(problems).as(name).isEmpty();
    }
  }

  /**
   * The suite fills in dates, and puts its issuer into every credential that does not test the
   * issuer.
   */
  private static JsonObject asTheSuiteSendsIt(String name, JsonObject document) {
    if (JsonValue.of("PAST DATE").equals(document.get("validFrom"))) {
      return asTheSuiteSendsIt(
          name,
          document
              .with("validFrom", JsonValue.of("2026-01-01T00:00:00Z"))
              .with("validUntil", JsonValue.of("2027-01-01T00:00:00Z")));
    }
    if (name.startsWith("presentation") || name.equals("credential-no-issuer-fail.json")) {
      return document;
    }
    JsonObject issuer = document.object("issuer");
    if (issuer != null && issuer.get("id") == null) {
      return document.with("issuer", issuer.with("id", JsonValue.of("did:example:issuer")));
    }
    return document.get("issuer") == null
        ? document.with("issuer", JsonValue.of("did:example:issuer"))
        : document;
  }
}
