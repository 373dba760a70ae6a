package org.insignia.openbadges.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.SharedFiles;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
  @ParameterizedTest
  @ValueSource(strings = {"minimal", "full", "status", "expired"})
  void a_complete_badge_loses_nothing_by_reading_and_writing(String name) {
    JsonObject signed = json("standards/own/ob30-signed/" + name + ".eddsa-rdfc-2022.json");
    AchievementCredential read = AchievementCredential.read(signed);
    assertThat(read.toJson().without("proof")).isEqualTo(signed.without("proof"));
    assertThat(AchievementCredential.read(read.toJson())).isEqualTo(read);
  }

  @Test
  void an_endorsement_loses_nothing() {
    JsonObject signed =
        json("standards/own/ob30-signed/endorsement-standalone.eddsa-rdfc-2022.json");
    EndorsementCredential read = EndorsementCredential.read(signed);
    assertThat(read.toJson().without("proof")).isEqualTo(signed.without("proof"));
  }

  @Test
  void a_transcript_keeps_the_signed_credentials_in_it_as_they_are() {
    JsonObject signed = json("standards/own/clr20-signed/transcript-1.eddsa-rdfc-2022.json");
    ClrCredential read = ClrCredential.read(signed);
    assertThat(read.credentialSubject().verifiableCredential())
        .hasSize(1)
        .allMatch(credential -> credential.get("proof") != null);
    assertThat(read.toJson().without("proof")).isEqualTo(signed.without("proof"));
  }

  static Stream<Path> samplesOfOthers() {
    return Stream.of(
            SharedFiles.files("standards/1edtech-validator-samples/ob30", ".json").stream(),
            SharedFiles.files("standards/dcc-fixtures/verifiableCredentials", ".json").stream())
        .flatMap(s -> s)
        // Made to break a reader: a subject, result or issuer of the wrong form.
        .filter(file -> !file.getFileName().toString().contains("-err-"))
        // A subject without achievement, as the upstream test of a missing proof has it.
        .filter(file -> !file.getFileName().toString().equals("simple-noproof.json"))
        .filter(ModelTest::isBadge);
  }

  private static boolean isBadge(Path file) {
    List<JsonValue> types = ((JsonObject) Json.parse(SharedFiles.bytes(file))).list("type");
    return types.contains(JsonValue.of("AchievementCredential"))
        || types.contains(JsonValue.of("OpenBadgeCredential"));
  }

  @ParameterizedTest
  @MethodSource("samplesOfOthers")
  void reads_what_others_issued_in_vc_2_0_and_vc_1_1(Path file) {
    var document = (JsonObject) Json.parse(SharedFiles.bytes(file));
    AchievementCredential read = AchievementCredential.read(document);
    assertThat(AchievementCredential.read(read.toJson())).isEqualTo(read);
  }

  @Test
  void a_badge_is_built_from_its_parts() {
    Achievement achievement =
        Achievement.of(
                "https://issuer.example/a/1",
                "Cloud",
                "About clouds",
                Criteria.ofNarrative("Pass the exam."))
            .achievementType(AchievementType.CERTIFICATION)
            .tag(List.of("cloud"))
            .build();
    AchievementSubject subject =
        AchievementSubject.of(achievement)
            .identifier(
                List.of(IdentityObject.hashed("a@b.example", "salt", IdentifierType.EMAIL_ADDRESS)))
            .result(List.of(Result.of("urn:uuid:1", "812")))
            .build();
    AchievementCredential badge =
        AchievementCredential.of(
                "urn:uuid:2",
                "Cloud",
                Profile.reference("did:web:issuer.example"),
                Instant.parse("2026-01-15T09:30:00Z"),
                subject)
            .credentialStatus(
                new StatusEntry("https://issuer.example/s/1", 7, StatusPurpose.REVOCATION))
            .credentialSchema(List.of(Service.edTechSchema("https://schema.example/1")))
            .build();
    JsonObject written = badge.toJson();
    assertThat(written.string("issuer")).isEqualTo("did:web:issuer.example");
    assertThat(written.list("@context"))
        .contains(JsonValue.of("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
    assertThat(AchievementCredential.read(written)).isEqualTo(badge);
  }

  @Test
  void the_hash_of_an_identifier_is_that_of_the_standard() {
    IdentityObject identity =
        IdentityObject.hashed(
            "jjefferson18@example.com", "FleurDeSel", IdentifierType.EMAIL_ADDRESS);
    assertThat(identity.identityHash())
        .isEqualTo("sha256$658625b25ab3d75d613ca97d9a5a77f70e2192feca5557f4ad09a4d4f121f5fc");
    assertThat(identity.matches("jjefferson18@example.com")).isTrue();
    assertThat(identity.matches("Jjefferson18@example.com")).isFalse();
    assertThat(
            IdentityObject.plain("a@b.example", IdentifierType.EMAIL_ADDRESS)
                .matches("a@b.example"))
        .isTrue();
  }

  @Test
  void what_is_wrong_is_named_by_its_place() {
    JsonObject badge = json("standards/own/ob30-signed/full.eddsa-rdfc-2022.json");
    JsonObject subject = Objects.requireNonNull(badge.object("credentialSubject"));
    var broken =
        badge.with(
            "credentialSubject",
            subject.with("result", JsonValue.from(List.of(new JsonObject(subject.members()), 4))));
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> AchievementCredential.read(broken))
        .matches(e -> e.pointer().equals("/credentialSubject/result"));
  }

  @Test
  void words_outside_of_the_lists_are_told_apart() {
    assertThat(AchievementType.CERTIFICATION.isDefined()).isTrue();
    assertThat(new AchievementType("ext:Merit").isDefined()).isTrue();
    assertThat(new AchievementType("Merit").isDefined()).isFalse();
    assertThat(new ResultDescription.ResultType("Status").isDefined()).isTrue();
    assertThat(Alignment.TargetType.CEASN_COMPETENCY.value()).isEqualTo("ceasn:Competency");
    assertThat(new Association.Kind("isPartOf").isDefined()).isTrue();
    assertThat(new Association.Kind("ext:x").isDefined()).isFalse();
    assertThat(Result.Status.IN_PROGRESS.isDefined()).isTrue();
  }

  private static JsonObject json(String file) {
    return (JsonObject) Json.parse(SharedFiles.bytes(file));
  }
}
