package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesOfOneEdTechTest {
  private static final String SAMPLES = "standards/1edtech-validator-samples/";

  private static Stream<String> samples(String folder) {
    JsonObject files =
        ReferenceCredentialsTest.object(
            ReferenceCredentialsTest.expected(SAMPLES + "EXPECTED.json").get("files"));
    return files.members().keySet().stream()
        .filter(name -> name.startsWith(folder) && !upstream(name).isEmpty());
  }

  /** What the upstream unit test expects: valid, invalid, warning, ? or nothing. */
  private static String upstream(String name) {
    JsonObject files =
        ReferenceCredentialsTest.object(
            ReferenceCredentialsTest.expected(SAMPLES + "EXPECTED.json").get("files"));
    return ReferenceCredentialsTest.object(files.get(name)).list("upstreamUnitTests").stream()
        .map(test -> ReferenceCredentialsTest.object(test).string("expect") + "")
        .findFirst()
        .orElse("");
  }

  @Nested
  @DisplayName("Open Badges 3.0 and CLR 2.0")
  class Three {
    static Stream<String> names() {
      return Stream.concat(samples("ob30/"), samples("clr20/"));
    }

    /**
     * Upstream takes an https verification method with a key in its fragment at its word. Here the
     * signature holds and the issuer stays unconfirmed, as nobody answers for these addresses.
     */
    @ParameterizedTest
    @MethodSource("names")
    void a_good_sample_has_a_proof_that_holds_and_a_bad_one_is_never_good(String name) {
      Report report = Verdicts.offline(SharedFiles.bytes(SAMPLES + name), Set.of());
      switch (upstream(name)) {
        case "valid", "warning" -> {
          if (name.equals("clr20/simple.jwt")) { // disabled upstream: its contexts are not public
            assertThat(report.verdict()).isEqualTo(Verdict.UNCHECKED);
          } else if (name.equals("clr20/simple_v1.json")) { // a badge in it is not what was signed
            assertThat(report.verdict()).as(name + report.findings()).isEqualTo(Verdict.INVALID);
          } else {
            assertThat(report.verdict())
                .as(name + report.findings())
                .isIn(Verdict.UNCHECKED, Verdict.UNKNOWN_ISSUER);
          }
        }
        case "invalid" -> assertThat(report.verdict()).isNotIn(Verdicts.GOOD);
        default -> assertThat(report.findings()).isNotEmpty();
      }
    }
  }

  @Nested
  @DisplayName("Open Badges 2.0")
  class Two {
    static Stream<String> names() {
      return samples("ob20/").filter(name -> !SKIPPED.containsKey(name));
    }

    private static final Map<String, String> SKIPPED =
        Map.of(
            "ob20/assets/badgeclass1.json", "a badge class; assertions are judged here",
            "ob20/assets/badge-with-data-image.json", "a badge class",
            "ob20/assets/badgeclass-with-complex-image.json", "a badge class");

    // Good upstream, where hosts are compared with less care: the assertion is on example.org, and
    // the issuer allows other places only.
    private static final List<String> ELSEWHERE =
        List.of("ob20/basic-assertion-with-allowed-origins-invalid-multiple-starts-with.json");

    // Authentic all the same.
    private static final List<String> GOOD_BUT_NOT_CONFORMANT =
        List.of("ob20/assertion-with-data-image.json");

    @ParameterizedTest
    @MethodSource("names")
    void has_the_verdict_of_the_upstream_test(String name) {
      Bytes sample = SharedFiles.bytes(SAMPLES + name);
      Report report =
          new Verifier(VerifierOptions.online(host(sample))).verify(sample, Verdicts.NOW, Set.of());
      switch (upstream(name)) {
        case "valid" -> {
          if (ELSEWHERE.contains(name)) {
            assertThat(report.verdict()).as(name + report.findings()).isEqualTo(Verdict.INVALID);
          } else {
            assertThat(report.verdict())
                .as(name + report.findings())
                .isEqualTo(Verdict.UNKNOWN_ISSUER);
          }
        }
        case "invalid" ->
            assertThat(
                    GOOD_BUT_NOT_CONFORMANT.contains(name)
                        ? Boolean.FALSE.equals(report.conformant())
                        : !Verdicts.GOOD.contains(report.verdict()))
                .as(name + report.findings())
                .isTrue();
        default -> assertThat(report.findings()).isNotEmpty();
      }
    }

    /** As the upstream tests have it: what example.org hosts lies in the assets. */
    private static DocumentLoader host(Bytes sample) {
      Map<String, Bytes> own = new HashMap<>();
      own.put("https://example.org/beths-robotics-badge.json", sample);
      own.put("http://example.org/assertion", sample);
      return url -> {
        String path = url.getPath().replaceFirst("^/", "");
        Bytes body = own.get(url.toString());
        if (body == null) {
          body = asset(path.endsWith(".json") ? path : path + ".json");
        }
        return body == null
            ? new Loaded.Gone(404)
            : new Loaded.Document(body, "application/json", url);
      };
    }

    private static @org.jspecify.annotations.Nullable Bytes asset(String name) {
      return SharedFiles.files(SAMPLES + "ob20/assets", name).stream()
          .filter(file -> file.getFileName().toString().equals(name))
          .findFirst()
          .map(SharedFiles::bytes)
          .orElse(null);
    }
  }
}
