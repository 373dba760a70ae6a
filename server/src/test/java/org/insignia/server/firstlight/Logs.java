package org.insignia.server.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.Json;

/** What servers wrote while they worked. */
final class Logs {
  private static final Pattern SECRET =
      Pattern.compile("\"(?:password|code|token|secret)\"\\s*:\\s*\"([^\"]{6,})\"");

  /** How many secrets are the server's own. */
  private static final int SERVERS = 4;

  private Logs() {}

  /**
   * T18: neither what opens the database and the keys nor what opens accounts is in any of them.
   */
  static void show_no_secret(Path first, Path second) throws IOException {
    var secrets = new ArrayList<String>();
    for (var file : List.of("database/postgres.password", "admin.token")) {
      secrets.add(Files.readString(first.resolve(file)).strip());
    }
    var key = Files.readAllBytes(first.resolve("kek"));
    secrets.add(Base64.getEncoder().encodeToString(key));
    secrets.add(HexFormat.of().formatHex(key));
    var accounts = SECRET.matcher(Files.readString(first.resolve("demo.json")));
    while (accounts.find()) {
      secrets.add(accounts.group(1));
    }
    assertThat(secrets).hasSizeGreaterThan(SERVERS + 1);
    var log = text(second);
    assertThat(secrets).as("the second").noneMatch(log::contains);
    var demo = text(first); // which tells how to sign in, and that alone
    assertThat(secrets.subList(0, SERVERS)).as("the first").noneMatch(demo::contains);
  }

  /** Where the settings ask for it, each line is JSON; the notice of the start is for people. */
  static void are_json(Path folder) throws IOException {
    for (var line : text(folder).lines().toList()) {
      assertThat(line).doesNotMatch("\\d{4}-\\d\\d-\\d\\dT.*");
      if (line.startsWith("{")) {
        assertThat(Json.parse(line)).as(line).isNotNull();
      }
    }
  }

  /** In whatever encoding the machine has: what is looked for is ASCII. */
  private static String text(Path folder) throws IOException {
    return Files.readString(folder.resolve("server.log"), StandardCharsets.ISO_8859_1);
  }
}
