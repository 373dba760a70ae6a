package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.model.Achievement;
import org.insignia.openbadges.model.AchievementCredential;
import org.insignia.openbadges.model.AchievementSubject;
import org.insignia.openbadges.model.Criteria;
import org.insignia.openbadges.model.IdentifierType;
import org.insignia.openbadges.model.IdentityObject;
import org.insignia.openbadges.model.Profile;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;

class TenLinesTest {
  @Test
  void the_ten_lines_of_the_readme_do_what_they_say() {
    Bytes png = SharedFiles.bytes("standards/own/baked/unbaked.png");
    Instant now = Instant.parse("2026-11-20T00:00:00Z");

    KeyPair key = KeyPair.generateEd25519(new SecureRandom());
    Achievement cloud =
        Achievement.of(
                "https://issuer.example/a/1",
                "Cloud",
                "About clouds",
                Criteria.ofNarrative("Pass the exam."))
            .build();
    AchievementSubject earner =
        AchievementSubject.of(cloud)
            .identifier(
                List.of(
                    IdentityObject.hashed("ada@example.org", "salt", IdentifierType.EMAIL_ADDRESS)))
            .build();
    JsonObject badge =
        AchievementCredential.of(
                "urn:uuid:" + UUID.randomUUID(),
                "Cloud",
                Profile.of(DidKey.did(key.publicKey())).name("Example Institute").build(),
                now,
                earner)
            .build()
            .toJson();
    JsonObject signed =
        DataIntegrity.sign(
            badge,
            key,
            ProofOptions.assertion(
                Cryptosuite.EDDSA_RDFC_2022, DidKey.verificationMethod(key.publicKey()), now));
    Bytes picture = Baking.bakePng(png, BakedKind.OPEN_BADGE_3, Json.write(signed));
    Set<String> known = Set.of(DidKey.did(key.publicKey()));
    Report report = new Verifier(VerifierOptions.offline()).verify(picture, now, known);

    assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.VALID);
    assertThat(report.conformant()).isTrue();
    var ada = Inquiry.at(now, known).forRecipient("Ada@example.org");
    var eve = Inquiry.at(now, known).forRecipient("eve@example.org");
    assertThat(new Verifier(VerifierOptions.offline()).verify(picture, ada).verdict())
        .isEqualTo(Verdict.VALID);
    assertThat(new Verifier(VerifierOptions.offline()).verify(picture, eve).verdict())
        .isEqualTo(Verdict.INVALID);
  }
}
