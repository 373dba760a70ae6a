package org.insignia.openbadges.ob2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenBadge2ModelTest {
  private static final Instant DAY = Instant.parse("2016-12-31T23:59:59Z");

  @Test
  void what_is_written_reads_back_the_same() {
    var assertion =
        Assertion.of(
                "https://a.example/1",
                Recipient.hashedEmail("Ada@Example.org", "deadsea"),
                "https://a.example/b",
                Verification.signed("https://a.example/key"),
                DAY)
            .withExpires(DAY.plusSeconds(60))
            .withImage("https://a.example/i.png", List.of(JsonValue.of("https://a.example/e")));
    var badge =
        BadgeClass.of(
                "https://a.example/b", "B", "About", "https://a.example/i", "https://a.example/p")
            .withCriteria("https://a.example/c", "Pass.");
    var profile = Profile.of("https://a.example/p", "A", "https://a.example", "a@a.example");
    var endorsement =
        Endorsement.of(
                "https://a.example/e1",
                "https://a.example/b",
                "https://a.example/p",
                DAY,
                Verification.hosted())
            .withComment("Good");
    var reasons = new LinkedHashMap<String, String>();
    reasons.put("https://a.example/1", "error");
    reasons.put("https://a.example/2", "");
    var revoked = new RevokedAssertions("https://a.example/r", "https://a.example/p", reasons);
    assertThat(Assertion.read(assertion.toJson())).isEqualTo(assertion);
    assertThat(BadgeClass.read(badge.toJson())).isEqualTo(badge);
    assertThat(Profile.read(profile.toJson())).isEqualTo(profile);
    assertThat(Endorsement.read(endorsement.toJson())).isEqualTo(endorsement);
    assertThat(RevokedAssertions.read(revoked.toJson())).isEqualTo(revoked);
    var key = new CryptographicKey("https://a.example/key", "https://a.example/p", "PEM");
    assertThat(CryptographicKey.read(key.toJson())).isEqualTo(key);
  }

  @Test
  void the_recipient_is_found_by_the_plain_address() {
    JsonObject sample =
        Json.parseObject(
            SharedFiles.bytes("standards/1edtech-validator-samples/ob20/basic-assertion.json"));
    Recipient recipient = Assertion.read(sample).recipient();
    assertThat(recipient.hashed()).isTrue();
    assertThat(recipient.matches("somebody@example.org")).isFalse();
    assertThat(Recipient.hashedEmail("Ada@example.org", "x").matches("ADA@example.org")).isTrue();
  }

  @Test
  void an_assertion_of_open_badges_1_is_read() {
    Assertion old =
        Assertion.read(
            Json.parseObject(
                Bytes.utf8(
                    """
                    {"uid": "1", "issuedOn": 1359217910, "badge": "https://a.example/b",
                     "recipient": {"type": "email", "identity": "sha256$00", "hashed": true},
                     "verify": {"type": "hosted", "url": "https://a.example/1"}}
                    """)));
    assertThat(old.verification().url()).isEqualTo("https://a.example/1");
    assertThat(old.issuedOn()).isEqualTo(Instant.ofEpochSecond(1359217910));
  }

  @ParameterizedTest
  @CsvSource({
    "2016-12-31T23:59:59Z,2016-12-31T23:59:59Z",
    "2016-12-31T23:59:59+0000,2016-12-31T23:59:59Z",
    "2016-12-31,2016-12-31T00:00:00Z",
    "2016-12-31T23:59:59,2016-12-31T23:59:59Z",
    "1483228799,2016-12-31T23:59:59Z"
  })
  void dates_of_old_badges_are_read(String text, Instant instant) {
    assertThat(LooseDate.read(JsonValue.of(text), "/issuedOn")).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "2016-13-01", "2016-12-31T25:00:00Z", "31.12.2016", "-1"})
  void other_dates_are_refused(String text) {
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> LooseDate.read(JsonValue.of(text), "/issuedOn"));
  }
}
