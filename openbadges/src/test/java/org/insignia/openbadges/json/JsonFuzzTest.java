package org.insignia.openbadges.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.insignia.openbadges.shared.Mutations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonFuzzTest {
  private static final List<String> SEEDS =
      List.of(
          "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"id\":\"urn:x\",\"n\":[1,-2.5e-3,0]}",
          "{\"a\":{\"b\":[{\"c\":null},true,false,\"\\u00e9\\ud83d\\ude00\\n\"]},\"é\":\"中\"}",
          "[[[[[[]]]]],\"\",{},0.1E+10,\"\\\\\\\"\\/\\b\\f\\r\\t\"]",
          "[9007199254740993,1.7976931348623157e308,5e-324,-0]");

  @Test
  void every_input_is_read_or_refused_and_what_is_read_survives_writing() {
    var mutations = new Mutations(20_260_101);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] seed = SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8);
      Bytes input = Bytes.wrap(mutations.of(seed));
      JsonValue value = parse(input);
      if (value != null) {
        read++;
        assertThat(isUtf8(input)).isTrue();
        assertThat(Json.parse(Json.write(value))).isEqualTo(value);
        Bytes canonical = Jcs.canonicalize(value);
        assertThat(Jcs.canonicalize(Json.parse(canonical))).isEqualTo(canonical);
      }
    }
    assertThat(read).isBetween(10_000, 190_000);
  }

  private static @Nullable JsonValue parse(Bytes input) {
    try {
      return Json.parse(input);
    } catch (MalformedCredential e) {
      assertThat(e.pointer()).matches("(/([^~/]|~[01])*)*");
      return null;
    }
  }

  private static boolean isUtf8(Bytes bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.view()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
