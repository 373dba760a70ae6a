package org.insignia.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.openbadges.key.DocumentKeys;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.shared.HostileFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileJcsTest {

  /** Whose signature is right; what is wrong with them, if anything, the steps after find. */
  private static final List<String> SIGNED_WELL =
      List.of(
          "ok-",
          "date-",
          "display-",
          "status-",
          "schema-",
          "refresh-",
          "image-",
          "endorsement-",
          "subject-array",
          "type-endorsement",
          "type-missing-vc");

  /** Signed well or not; contexts and issuers are judged by the steps of verification. */
  private static final List<String> DECIDED_ELSEWHERE = List.of("issuer-", "context-");

  private final List<URI> asked = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("files")
  void only_what_its_issuer_signed_is_authentic(HostileFile file) {
    boolean authentic = Authenticity.of(file.bytes(), new DocumentKeys(this::load));
    assertThat(asked).isEmpty();
    assumeThat(startsWith(file, DECIDED_ELSEWHERE))
        .as("contexts and issuers are judged by the steps of verification")
        .isFalse();
    assertThat(authentic).isEqualTo(startsWith(file, SIGNED_WELL));
  }

  private static boolean startsWith(HostileFile file, List<String> starts) {
    return starts.stream().anyMatch(file.name()::startsWith);
  }

  private Loaded load(URI url) {
    asked.add(url);
    return new Loaded.Unavailable("no network in tests");
  }

  static Stream<HostileFile> files() {
    return HostileFile.list("vc-jcs").stream().filter(f -> f.area().equals("vc-jcs"));
  }
}
