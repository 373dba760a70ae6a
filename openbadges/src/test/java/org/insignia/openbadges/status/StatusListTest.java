package org.insignia.openbadges.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.shared.HostileFile;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusListTest {
  // Sound lists whose issuer, proof, id, purpose or dates are wrong: the verifier judges these.
  private static final Set<String> JUDGED_BY_VERIFIER =
      Set.of(
          "other-issuer.json",
          "issuer-forged.json",
          "unsigned.json",
          "tampered-clear.json",
          "purpose-suspension.json",
          "expired.json",
          "future.json",
          "id-mismatch.json",
          "self-status.json",
          "too-short.json",
          "empty.json",
          "ttl-huge.json");

  static Stream<HostileFile> hostile() {
    return HostileFile.list("status-list").stream().filter(f -> f.area().equals("status-list"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void reads_sound_lists_and_refuses_the_others(HostileFile file) {
    if (file.expect().equals("accept") || JUDGED_BY_VERIFIER.contains(file.name())) {
      assertThat(read(file).list().isLongEnough())
          .isNotEqualTo(Set.of("too-short.json", "empty.json").contains(file.name()));
    } else {
      assertThatExceptionOfType(MalformedCredential.class).isThrownBy(() -> read(file));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ok", "ok-level0", "ok-bigger", "bit-order-lsb"})
  void finds_exactly_the_bits_that_are_set(String name) {
    String line =
        SharedFiles.bytes("hostile/expected/status-list.jsonl")
            .utf8()
            .lines()
            .filter(l -> l.contains("status-list/" + name + ".json"))
            .findFirst()
            .orElseThrow();
    int[] expected =
        ((JsonObject) Json.parse(line))
            .list("revoked_indexes").stream()
                .mapToInt(v -> (int) ((JsonNumber) v).doubleValue())
                .toArray();
    var file = new HostileFile("status-list/" + name + ".json", "status-list", "accept");
    assertThat(read(file).list().set().toArray()).containsExactly(expected);
  }

  @Test
  void reads_the_reference_list() {
    var json = Json.parse(SharedFiles.bytes("standards/own/status-list/list-1.signed.json"));
    StatusListCredential list = StatusListCredential.read((JsonObject) json);
    assertThat(list.list().set()).containsExactly(0, 7, 8, 42, 94567, 131071);
    assertThat(list.list().size()).isEqualTo(131_072);
    assertThat(list.purposes()).containsExactly(StatusPurpose.REVOCATION);
  }

  @Test
  void what_is_written_reads_back_the_same() {
    var random = new Random(3);
    for (int i = 0; i < 20; i++) {
      int size = BitstringStatusList.MIN_BITS + 8 * random.nextInt(100);
      int[] set = random.ints(random.nextInt(3000), 0, size).sorted().distinct().toArray();
      var list = BitstringStatusList.of(size, IntStream.of(set));
      var credential =
          new StatusListCredential(
              "https://a.example/1",
              "did:example:a",
              Instant.EPOCH,
              StatusPurpose.SUSPENSION,
              list);
      var back =
          StatusListCredential.read((JsonObject) Json.parse(Json.write(credential.toJson())));
      assertThat(back.list().set())
          .containsExactly(IntStream.of(set).boxed().toArray(Integer[]::new));
      assertThat(back.list().size()).isEqualTo(size);
      assertThat(back.toJson()).isEqualTo(credential.toJson());
    }
  }

  @Test
  void bit_0_is_the_leftmost() {
    var list = BitstringStatusList.of(131_072, IntStream.of(0, 9));
    assertThat(list.value(0, 8)).isEqualTo(0x80);
    assertThat(list.value(1, 8)).isEqualTo(0x40);
    assertThat(list.value(2, 4)).isEqualTo(4);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> list.isSet(131_072))
        .withMessage("index 131072 outside list of 131072");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> list.isSet(Long.MAX_VALUE));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> list.value(Long.MAX_VALUE / 32 + 1, 32));
  }

  @Test
  void an_entry_of_several_bits_is_the_number_they_write() {
    int bits = BitstringStatusList.MIN_BITS;
    int[] set = new Random(8).ints(40_000, 0, bits).toArray();
    var list = BitstringStatusList.of(bits, IntStream.of(set));
    var text = new StringBuilder("0".repeat(bits));
    for (int bit : set) text.setCharAt(bit, '1');
    for (int size = 1; size <= 32; size++) {
      for (int index : new int[] {0, 1, 2, 77, bits / size - 1}) {
        assertThat(list.value(index, size))
            .as("entry %s of %s bits", index, size)
            .isEqualTo(Long.parseLong(text.substring(index * size, (index + 1) * size), 2));
      }
      int sizeNow = size;
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> list.value(bits / sizeNow, sizeNow));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> list.value(-1, sizeNow));
    }
  }

  @Test
  void a_list_has_whole_bytes_within_its_limits_and_no_bit_outside() {
    assertThat(BitstringStatusList.of(BitstringStatusList.MAX_BITS, IntStream.empty()).size())
        .isEqualTo(67_108_864);
    for (int bits : new int[] {131_071, 131_073, BitstringStatusList.MAX_BITS + 8}) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> BitstringStatusList.of(bits, IntStream.empty()));
    }
    for (int index : new int[] {-1, 131_072}) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> BitstringStatusList.of(131_072, IntStream.of(index)))
          .withMessage("index " + index + " outside list of 131072");
    }
  }

  @Test
  void a_list_may_serve_two_purposes_and_say_how_long_a_copy_is_good() {
    var list = BitstringStatusList.of(131_072, IntStream.of(4));
    var credential =
        new StatusListCredential(
            "https://a.example/1",
            "did:example:a",
            Instant.EPOCH,
            Set.of(StatusPurpose.SUSPENSION, StatusPurpose.REVOCATION),
            Duration.ofMinutes(5),
            list);
    JsonObject subject = credential.toJson().object("credentialSubject");
    assertThat(subject.get("statusPurpose"))
        .isEqualTo(JsonValue.from(List.of("revocation", "suspension")));
    assertThat(subject.get("ttl")).isEqualTo(JsonValue.of(300_000));
    StatusListCredential back = StatusListCredential.read(credential.toJson());
    assertThat(back.purposes()).isEqualTo(credential.purposes());
    assertThat(back.ttl()).isEqualTo(Duration.ofMinutes(5));
    assertThat(ttl(credential, JsonValue.of(0))).isEqualTo(Duration.ZERO);
    assertThat(ttl(credential, new JsonNumber("1e300"))).isEqualTo(Duration.ofDays(366));
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> ttl(credential, JsonValue.of(-1)));
    JsonObject one =
        new StatusListCredential("urn:1", "urn:2", Instant.EPOCH, StatusPurpose.REVOCATION, list)
            .toJson()
            .object("credentialSubject");
    assertThat(one.get("statusPurpose")).isEqualTo(JsonValue.of("revocation"));
    assertThat(one.get("ttl")).isNull();
  }

  private static Duration ttl(StatusListCredential credential, JsonValue ttl) {
    JsonObject document = credential.toJson();
    JsonObject subject = document.object("credentialSubject").with("ttl", ttl);
    return StatusListCredential.read(document.with("credentialSubject", subject)).ttl();
  }

  @Test
  void an_entry_has_1_to_32_bits_and_an_index_of_12_digits() {
    var largest =
        new StatusEntry("https://a.example/1", 999_999_999_999L, StatusPurpose.MESSAGE, 32);
    assertThat(StatusEntry.read(largest.toJson(), "")).isEqualTo(largest);
    assertThat(new StatusEntry("https://a.example/1", 0, StatusPurpose.REVOCATION).index())
        .isZero();
    for (int size : new int[] {0, 33}) {
      assertThatExceptionOfType(MalformedCredential.class)
          .isThrownBy(() -> new StatusEntry("urn:1", 0, StatusPurpose.MESSAGE, size));
    }
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> new StatusEntry("urn:1", -1, StatusPurpose.REVOCATION));
  }

  @Test
  void rejects_a_list_shorter_than_16_kilobytes() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> BitstringStatusList.of(131_064, IntStream.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.0", "٣", "1e3", "9999999999999", " 1"})
  void refuses_an_index_that_is_no_plain_number(String index) {
    JsonObject entry =
        new StatusEntry("https://a.example/1", 4, StatusPurpose.REVOCATION)
            .toJson()
            .with("statusListIndex", JsonValue.of(index));
    assertThatExceptionOfType(MalformedCredential.class)
        .isThrownBy(() -> StatusEntry.read(entry, "/credentialStatus"))
        .matches(e -> e.pointer().equals("/credentialStatus/statusListIndex"));
  }

  @Test
  void an_entry_reads_back_the_same() {
    var entry = new StatusEntry("https://a.example/1", 131_071, StatusPurpose.MESSAGE, 4);
    assertThat(StatusEntry.isEntry(entry.toJson())).isTrue();
    assertThat(StatusEntry.read(entry.toJson(), "")).isEqualTo(entry);
  }

  private static StatusListCredential read(HostileFile file) {
    if (!(Json.parse(file.bytes()) instanceof JsonObject document)) {
      throw new MalformedCredential("", "not an object");
    }
    return StatusListCredential.read(document);
  }
}
