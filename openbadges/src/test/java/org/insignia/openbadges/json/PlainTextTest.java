package org.insignia.openbadges.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void ends_at_the_first_byte_that_may_not_stand_as_it_is() {
    var random = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      byte[] text = new byte[random.nextInt(40)];
      for (int at = 0; at < text.length; at++) {
        text[at] =
            (byte) (random.nextInt(12) == 0 ? random.nextInt(256) : ' ' + random.nextInt(95));
      }
      int from = random.nextInt(text.length + 1);
      assertThat(PlainText.end(text, from)).isEqualTo(byteByByte(text, from));
    }
  }

  private static int byteByByte(byte[] text, int from) {
    for (int at = from; at < text.length; at++) {
      if (text[at] < ' ' || text[at] == '"' || text[at] == '\\') {
        return at;
      }
    }
    return text.length;
  }

  @Test
  void a_remembered_name_is_never_another_one() {
    var random = new Random(6);
    for (int i = 0; i < 100_000; i++) {
      // Few letters, so that many names share their place.
      var name = new StringBuilder("{");
      for (int letter = random.nextInt(50); letter > 0; letter--) {
        name.append((char) ('a' + random.nextInt(3)));
      }
      byte[] text = name.append('"').toString().getBytes(StandardCharsets.US_ASCII);
      assertThat(MemberNames.of(text, 1, text.length - 1))
          .isEqualTo(name.substring(1, name.length() - 1));
    }
  }
}
