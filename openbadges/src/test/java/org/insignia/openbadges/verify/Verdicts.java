package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;

/** Runs the verifier at the day for which the reference verdicts were written. */
final class Verdicts {
  static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
  static final String ISSUER = "did:key:z6MkwSRD94guzwK4o7NHkA4vcHjFesfL5WkJ3N4hcdpnbETY";
  static final Set<Verdict> GOOD = Set.of(Verdict.VALID, Verdict.UNKNOWN_ISSUER);

  private Verdicts() {}

  static Report offline(Bytes input, Set<String> trusted) {
    return new Verifier(VerifierOptions.offline()).verify(input, NOW, trusted);
  }

  /** With these documents and nothing else in the world; asked addresses are kept in the set. */
  static Report online(
      Bytes input, Set<String> trusted, Map<String, Bytes> world, Set<String> asked) {
    DocumentLoader loader =
        url -> {
          asked.add(url.toString());
          Bytes body = world.get(url.toString());
          return body == null
              ? new Loaded.Unavailable("nobody answers")
              : new Loaded.Document(body, "application/json", url);
        };
    return new Verifier(VerifierOptions.online(loader)).verify(input, NOW, trusted);
  }

  static Report online(Bytes input, Set<String> trusted, Map<String, Bytes> world) {
    return online(input, trusted, world, new HashSet<>());
  }

  /** The oracle of the hostile inputs. */
  static void judge(String expect, Report report) {
    Verdict verdict = report.verdict();
    String why = expect + ", but " + verdict + " by " + report.findings();
    switch (expect) {
      case "accept", "accept-no-fetch", "accept-inert", "accept-endorsement-unverified" ->
          assertThat(verdict).as(why).isEqualTo(Verdict.VALID);
      case "valid-but-unknown-issuer" ->
          assertThat(verdict).as(why).isEqualTo(Verdict.UNKNOWN_ISSUER);
      case "reject-with-reason" ->
          assertThat(verdict).as(why).isIn(Verdict.EXPIRED, Verdict.NOT_YET_VALID, Verdict.INVALID);
      case "accept-or-warn-no-fetch",
          "accept-showing-all-or-reject",
          "accept-credential-only",
          "accept-trimmed-or-reject",
          "accept-or-reject-clear",
          "reject-or-same-meaning",
          "reject-if-different",
          "reject-or-accept-consistently" ->
          assertThat(List.of(Verdict.values())).contains(verdict);
      default -> assertThat(verdict).as(why).isNotIn(GOOD);
    }
    if (GOOD.contains(verdict) && report.kind() != CredentialKind.PRESENTATION) {
      assertThat(report.authentic()).as(why).isTrue();
    }
  }
}
