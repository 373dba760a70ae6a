package org.insignia.openbadges.fuzz;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.openbadges.verify.Verifier;
import org.insignia.openbadges.verify.VerifierOptions;

/**
 * The verifier with a network that belongs to the attacker: the input is the badge and then, each
 * behind a record separator, what the web answers to the first, second, third question.
 */
final class WorldTarget implements FuzzTarget {
  private static final byte SEPARATOR = 0x1e;
  private static final int MOST_QUESTIONS = 32;
  private static final String LIST = "https://issuer.example/status/1";

  private final Signed signed = new Signed();

  WorldTarget() {
    signed.add(withStatus());
    SignedSeeds.documents().forEach(signed::add);
  }

  @Override
  public boolean judge(Bytes input) {
    List<Bytes> parts = parts(input);
    var world = new World(parts.subList(1, parts.size()));
    Report report =
        new Verifier(VerifierOptions.online(world))
            .verify(parts.getFirst(), SignedSeeds.NOW, VerifierTarget.TRUSTED);
    VerifierTarget.check(report);
    Property.holds(world.asked <= MOST_QUESTIONS, world.asked + " documents fetched");
    // A hosted badge is what its address says: whoever owns the network owns those.
    if (VerifierTarget.good(report) && report.kind() != CredentialKind.OPEN_BADGE_2) {
      Property.holds(VerifierTarget.known(signed, report), "a forged badge is good");
    }
    return report.credential() != null;
  }

  /** Answers in the order of the questions; an empty answer is a 404. */
  private static final class World implements DocumentLoader {
    private final List<Bytes> answers;
    private int asked;

    World(List<Bytes> answers) {
      this.answers = answers;
    }

    @Override
    public Loaded load(URI url) {
      Property.holds(url.isAbsolute() && url.getHost() != null, "asked for " + url);
      if (asked >= answers.size()) {
        asked++;
        return new Loaded.Unavailable("nobody answers");
      }
      Bytes answer = answers.get(asked++);
      return answer.size() == 0
          ? new Loaded.Gone(404)
          : new Loaded.Document(answer, "application/json", url);
    }
  }

  private static List<Bytes> parts(Bytes input) {
    byte[] bytes = input.view();
    var parts = new ArrayList<Bytes>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == SEPARATOR) {
        parts.add(Bytes.wrap(Arrays.copyOfRange(bytes, start, i)));
        start = i + 1;
      }
    }
    return parts;
  }

  private static JsonObject withStatus() {
    JsonObject badge =
        SignedSeeds.badge(SignedSeeds.EDWARDS)
            .with("credentialStatus", new StatusEntry(LIST, 9, StatusPurpose.REVOCATION).toJson());
    return SignedSeeds.signed(badge, Cryptosuite.EDDSA_RDFC_2022, SignedSeeds.EDWARDS);
  }

  private static JsonObject statusList() {
    var list = BitstringStatusList.of(BitstringStatusList.MIN_BITS, IntStream.of(0, 8));
    var credential =
        new StatusListCredential(
            LIST,
            VerifierTarget.TRUSTED.iterator().next(),
            Instant.parse("2026-01-01T00:00:00Z"),
            StatusPurpose.REVOCATION,
            list);
    return SignedSeeds.signed(
        credential.toJson(), Cryptosuite.EDDSA_RDFC_2022, SignedSeeds.EDWARDS);
  }

  private static JsonObject byWeb() {
    JsonObject badge = SignedSeeds.badge(SignedSeeds.EDWARDS);
    JsonValue issuer =
        JsonValue.from(Map.of("id", "did:web:issuer.example", "type", List.of("Profile")));
    return SignedSeeds.signed(
        badge.with("issuer", issuer), Cryptosuite.EDDSA_JCS_2022, SignedSeeds.EDWARDS);
  }

  private static JsonValue hosted() {
    return JsonValue.from(
        Map.of(
            "@context",
            "https://w3id.org/openbadges/v2",
            "type",
            "Assertion",
            "id",
            "https://a.example/1",
            "recipient",
            Map.of("type", "email", "hashed", false, "identity", "a@b.example"),
            "issuedOn",
            "2026-01-01T00:00:00Z",
            "verification",
            Map.of("type", "hosted"),
            "badge",
            Map.of(
                "type",
                "BadgeClass",
                "id",
                "https://a.example/b",
                "name",
                "Weld",
                "description",
                "Welds.",
                "image",
                "https://a.example/b.png",
                "criteria",
                Map.of("narrative", "Weld."),
                "issuer",
                Map.of(
                    "type",
                    "Profile",
                    "id",
                    "https://a.example/p",
                    "name",
                    "Guild",
                    "url",
                    "https://a.example",
                    "email",
                    "g@a.example"))));
  }

  private static Bytes joined(JsonValue... documents) {
    String separator = String.valueOf((char) SEPARATOR);
    return Bytes.utf8(
        Arrays.stream(documents)
            .map(document -> SignedSeeds.text(document).utf8())
            .reduce((a, b) -> a + separator + b)
            .orElseThrow());
  }

  @Override
  public List<Bytes> seeds() {
    return List.of(
        joined(withStatus(), statusList()),
        joined(byWeb(), JsonValue.from(Map.of("id", "did:web:issuer.example"))),
        joined(hosted(), hosted()));
  }
}
