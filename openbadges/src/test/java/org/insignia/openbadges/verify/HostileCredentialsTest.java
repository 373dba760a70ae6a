package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.shared.HostileFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileCredentialsTest {
  private static final Set<String> ISSUERS_OF_PICTURES =
      Set.of(
          "did:key:z6Mkh8z5yMGwTt2tcKWRk97ScbXLMqhRrbvTXXtQaKWU9gTN",
          "did:key:z6MkuSgWrHPtdkS2jQfHECWFstFcWWh6CneuiPfQo3tRVBo8");

  static Stream<HostileFile> credentials() {
    return Stream.of("vc-jcs", "rdf")
        .flatMap(list -> HostileFile.list(list).stream())
        .filter(file -> !file.expect().equals("n/a"))
        .filter(file -> file.file().endsWith(".json"))
        // Its context is that of examples, which is known to test suites only: see RdfcVectors.
        .filter(file -> !file.name().equals("ok-official-vector.json"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("credentials")
  void judges_each_hostile_credential_as_expected(HostileFile file) {
    Set<String> trusted = file.name().startsWith("display-") ? Set.of() : Set.of(Verdicts.ISSUER);
    Report report = Verdicts.offline(file.bytes(), trusted);
    Verdicts.judge(file.expect(), report);
    // With a network in which nobody answers it is the same.
    var asked = new HashSet<String>();
    Verdicts.judge(file.expect(), Verdicts.online(file.bytes(), trusted, Map.of(), asked));
    // Where an address leads is for the loader to judge; it gets plain web addresses only.
    assertThat(asked).allMatch(url -> url.matches("https?://[^/@]+/.*")).hasSizeLessThan(33);
  }

  static Stream<HostileFile> pictures() {
    return Stream.of("png-baked", "svg")
        .flatMap(list -> HostileFile.list(list).stream())
        .filter(file -> !file.expect().startsWith("strip"))
        .filter(file -> file.area().equals("png-baked") || file.name().contains("baked"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void judges_each_hostile_picture_as_expected(HostileFile file) {
    Report report = Verdicts.offline(file.bytes(), ISSUERS_OF_PICTURES);
    if (file.expect().equals("accept-or-reject-bounded")) {
      return; // that it ends is all that is asked
    }
    Verdicts.judge(file.expect(), report);
  }
}
