package org.insignia.server.issuing.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedDocumentTest {
  private static final DocumentFrame FRAME =
      DocumentFrame.of(
          document("https://example.org/badges/" + DocumentFrame.HOLE, DocumentFrame.HOLE));

  private static Bytes document(String id, String value) {
    return Bytes.utf8(
        Json.write(JsonValue.from(new java.util.TreeMap<>(Map.of("id", id, "value", value)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ana María Núñez",
        "王小明",
        "a \"quoted\\\" \\ name\n",
        "\",\"value\":\"",
        "\u0000",
        "\\u0000",
        "2026-11-21T09:34:41Z",
        "2026-11-21T09:34:60Z",
        "+12026-11-21T09:34Z",
        "2026-11-21t09:34:41z",
        "sha256$658625b25ab3d75d613ca97d9a5a77f70e2192feca5557f4ad09a4d4f121f5fc",
        "sha256$658625B25AB3D75D613CA97D9A5A77F70E2192FECA5557F4AD09A4D4F121F5FC",
        "sha256$",
        "0193c7a2-5b1e-7c3d-8e4f-123456789abc",
        "0193C7A2-5B1E-7C3D-8E4F-123456789ABC",
        "0",
        "007",
        "131071",
        "999999999999999999999",
        "AAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAB",
        "AAAAAAAAB",
        "z3hY9oM1nkZ3HaNqkBqsbKJCc1HuTt6RVMNg2sDpXVr4SpJ8zXbDL6FS6dMUZJcHk5nGbbXPh5nSzJMQ4NvLrRk1A"
      })
  void gives_back_every_value_to_the_byte(String value) {
    Bytes document =
        document("https://example.org/badges/0193c7a2-5b1e-7c3d-8e4f-123456789abc", value);

    assertThat(PackedDocument.pack(FRAME, document).unpack()).isEqualTo(document);
  }

  @Test
  void gives_back_random_values_of_any_alphabet() {
    var random = new Random(20261121);
    List<String> alphabets =
        List.of(
            "0123456789", "0123456789abcdef-", "zA1b2", "-_AZaz09", "\"\\/\u0001é汉", "T:-Z2026");
    for (int i = 0; i < 5000; i++) {
      String alphabet = alphabets.get(i % alphabets.size());
      var value = new StringBuilder();
      for (int length = random.nextInt(140); length > 0; length--) {
        value.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Bytes document = document("https://example.org/badges/x", value.toString());
      assertThat(PackedDocument.pack(FRAME, document).unpack()).isEqualTo(document);
    }
  }

  @Test
  void keeps_what_is_random_at_its_true_size() {
    Bytes document =
        document(
            "https://example.org/badges/0193c7a2-5b1e-7c3d-8e4f-123456789abc",
            "sha256$658625b25ab3d75d613ca97d9a5a77f70e2192feca5557f4ad09a4d4f121f5fc");

    assertThat(PackedDocument.pack(FRAME, document).body().size()).isEqualTo(1 + 16 + 3 + 32);
  }

  @Test
  void refuses_a_document_of_another_frame() {
    for (Bytes other :
        List.of(
            Bytes.utf8("{}"),
            document("https://elsewhere.example/1", "a"),
            Bytes.utf8(document("https://example.org/badges/1", "a").utf8() + " "),
            Bytes.utf8("{\"id\":\"https://example.org/badges/1"))) {
      assertThatThrownBy(() -> PackedDocument.pack(FRAME, other))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void notices_a_row_that_is_cut_off_or_goes_on() {
    byte[] body =
        PackedDocument.pack(FRAME, document("https://example.org/badges/1", "x".repeat(500)))
            .body()
            .toArray();
    for (int length = 0; length < body.length; length++) {
      Bytes cut = Bytes.wrap(Arrays.copyOf(body, length));
      assertThatThrownBy(() -> new PackedDocument(FRAME, cut).unpack())
          .isInstanceOf(IllegalStateException.class);
    }
    Bytes longer = Bytes.wrap(Arrays.copyOf(body, body.length + 1));
    assertThatThrownBy(() -> new PackedDocument(FRAME, longer).unpack())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void names_a_frame_by_its_text() {
    assertThat(DocumentFrame.of(Bytes.utf8("a")).id())
        .isEqualTo(DocumentFrame.of(Bytes.utf8("a")).id())
        .isNotEqualTo(DocumentFrame.of(Bytes.utf8("b")).id());
  }
}
