package org.insignia.openbadges.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.verify.Verifier;
import org.insignia.openbadges.verify.VerifierOptions;

/** The verifier without network: any bytes get a report, and only what was signed a good one. */
final class VerifierTarget implements FuzzTarget {
  static final Set<String> TRUSTED = Set.of(DidKey.did(SignedSeeds.EDWARDS.publicKey()));
  private static final Verifier VERIFIER = new Verifier(VerifierOptions.offline());

  private final List<Bytes> seeds = new ArrayList<>();
  private final Signed signed = new Signed();

  VerifierTarget() {
    List<JsonObject> documents = SignedSeeds.documents();
    documents.forEach(document -> seeds.add(SignedSeeds.text(document)));
    SignedSeeds.tokens().forEach(token -> seeds.add(Bytes.utf8(token)));
    seeds.add(SignedSeeds.cose());
    Bytes first = SignedSeeds.text(documents.getFirst());
    seeds.add(
        Baking.bakeSvg(
            Bytes.utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            BakedKind.OPEN_BADGE_3,
            first.utf8()));
    for (Bytes known : List.copyOf(seeds)) learn(known);
    Seeds.shared(folders()).forEach(this::learn);
  }

  private void learn(Bytes input) {
    Report report = verify(input);
    if (good(report)) learn(report);
  }

  private void learn(Report report) {
    if (report.credential() != null) signed.add(report.credential());
    report.parts().forEach(part -> learn(part.report()));
  }

  @Override
  public boolean judge(Bytes input) {
    Report report = verify(input);
    Property.same(report, verify(input), "two reports of one input");
    check(report);
    if (good(report)) Property.holds(known(signed, report), "a forged badge is good");
    return report.credential() != null;
  }

  /** Whether somebody with a key has signed this, or all that an unsigned presentation shows. */
  static boolean known(Signed signed, Report report) {
    JsonObject credential = report.credential();
    if (credential == null) return false;
    return signed.contains(credential)
        || (report.kind() == CredentialKind.PRESENTATION
            && report.parts().stream().allMatch(part -> known(signed, part.report())));
  }

  /** What is true of every report. */
  static void check(Report report) {
    Property.holds(!report.findings().isEmpty(), "nothing was found");
    if (good(report) && report.kind() != CredentialKind.PRESENTATION) {
      Property.holds(Boolean.TRUE.equals(report.authentic()), "good and not authentic");
    }
    Json.parse(Json.write(report.toJson()));
    report.parts().forEach(part -> check(part.report()));
  }

  static boolean good(Report report) {
    return report.verdict() == Verdict.VALID || report.verdict() == Verdict.UNKNOWN_ISSUER;
  }

  private static Report verify(Bytes input) {
    return VERIFIER.verify(input, SignedSeeds.NOW, TRUSTED);
  }

  @Override
  public List<Bytes> seeds() {
    return List.copyOf(seeds);
  }

  @Override
  public List<String> folders() {
    return List.of(
        "hostile/vc-jcs",
        "hostile/vc-jwt",
        "hostile/vc-rdfc-mutations",
        "standards/own/ob30-signed",
        "standards/own/clr20-signed",
        "standards/own/vp-signed");
  }
}
