package org.insignia.server.issuing.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.NodePrograms;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class OtherVerifiersModuleTest {
  @Autowired private TestBadges badges;
  @Autowired private Accounts accounts;
  @Autowired private Claims claims;
  @Autowired private Credentials credentials;
  @Autowired private Settings settings;

  @TempDir private Path folder;
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  @Test
  void two_verifiers_and_the_schema_accept_our_badges_and_see_what_became_of_them()
      throws IOException {
    var schemas = Path.of(System.getProperty("insignia.shared"), "data/standards/1edtech-schemas");
    assumeTrue(Files.isDirectory(schemas), "needs the schemas of the shared data");
    var suspended = accepted("Ana Núñez");
    var revoked = accepted("习近 O'Brien");
    var reinstated = accepted("Zoë");
    credentials.suspend("test", suspended, "looked into");
    credentials.revoke("test", revoked, "a mistake");
    credentials.suspend("test", reinstated, "looked into");
    credentials.reinstate("test", reinstated);
    var sound = json(accepted("Ana"));

    var findings =
        NodePrograms.run(
            "verify.mjs",
            schemas.toAbsolutePath().normalize().toString(),
            "sound=" + file("sound.json", sound),
            "reinstated=" + file("reinstated.json", json(reinstated)),
            "suspended=" + file("suspended.json", json(suspended)),
            "revoked=" + file("revoked.json", json(revoked)),
            "renamed=" + file("renamed.json", sound.with("name", JsonValue.of("Another badge"))),
            "moved=" + file("moved.json", withAnotherIndex(sound)));

    for (String name : List.of("sound", "reinstated")) {
      assertThat(judged(findings, name)).as(Json.write(findings)).containsOnly("true");
    }
    for (String name : List.of("suspended", "revoked")) {
      assertThat(said(findings, name, "digitalBazaar", "signature")).isEqualTo("true");
      assertThat(said(findings, name, "digitalBazaar", "inForce")).isEqualTo("false");
      assertThat(said(findings, name, "digitalCredentials", "signature")).isEqualTo("true");
      assertThat(said(findings, name, "digitalCredentials", "inForce")).isEqualTo("false");
    }
    for (String name : List.of("renamed", "moved")) {
      assertThat(said(findings, name, "digitalBazaar", "verified")).isEqualTo("false");
      assertThat(said(findings, name, "digitalBazaar", "signature")).isEqualTo("false");
      assertThat(said(findings, name, "digitalCredentials", "signature")).isEqualTo("false");
    }
  }

  @Test
  void a_baked_badge_is_read_by_another_bakery_and_what_that_bakes_is_read_here()
      throws IOException {
    var badge = accepted("Ana María Núñez");
    var document = json(badge);
    var plain =
        String.valueOf(document.object("credentialSubject").object("achievement").string("id"))
            .substring(settings.baseUrl().toString().length());
    write("badge.png", fetched("/badges/" + badge.value() + "/image.png"));
    write("badge.svg", fetched("/badges/" + badge.value() + "/image.svg"));
    var png = fetched(plain + "/image.png");
    var svg = fetched(plain + "/image.svg");
    var text = file("badge.json", document);
    write("plain.svg", svg);
    write("two.png", baked(Baking::bakePng, png, Files.readString(text)));
    write("two.svg", baked(Baking::bakeSvg, svg, Files.readString(text)));

    var found = NodePrograms.run("unbake.mjs", folder.toString());

    for (String way : List.of("png", "svg", "twoPng", "twoSvg", "againSvg")) {
      assertThat(found.object(way)).as(way).isEqualTo(document);
    }
    var again = Baking.unbake(Bytes.wrap(Files.readAllBytes(folder.resolve("again.svg"))));
    assertThat(again.orElseThrow().kind()).isEqualTo(BakedKind.OPEN_BADGE_2);
    assertThat(Json.parse(again.orElseThrow().text())).isEqualTo(document);
  }

  private interface Bakery {
    Bytes bake(Bytes image, BakedKind kind, String text);
  }

  private static byte[] baked(Bakery bakery, byte[] image, String text) {
    return bakery.bake(Bytes.wrap(image), BakedKind.OPEN_BADGE_2, text).toArray();
  }

  private CredentialId accepted(String name) {
    var address = EmailAddress.of(UUID.randomUUID() + "@example.org");
    var badge = badges.issue(academy, address, name, Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    var owner = accounts.createWithoutPassword(name, address, Language.EN);
    claims.accept(owner, badge, Claim.Visibility.PUBLIC);
    return badge;
  }

  private byte[] fetched(String path) {
    var answer = Web.stranger(settings).bytes(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private JsonObject json(CredentialId badge) {
    return (JsonObject) Json.parse(Bytes.wrap(fetched("/badges/" + badge.value() + ".json")));
  }

  private static JsonObject withAnotherIndex(JsonObject credential) {
    var status = credential.object("credentialStatus");
    var index = Integer.parseInt(status.string("statusListIndex"));
    var other =
        status.with("statusListIndex", JsonValue.of(Integer.toString((index + 1) % 131_072)));
    return credential.with("credentialStatus", other);
  }

  private static List<String> judged(JsonObject findings, String name) {
    var all = new ArrayList<String>();
    all.add(said(findings, name, "digitalBazaar", "verified"));
    all.add(said(findings, name, "digitalBazaar", "inForce"));
    for (String question : List.of("signature", "inForce", "unexpired", "schema")) {
      all.add(said(findings, name, "digitalCredentials", question));
    }
    all.add(said(findings, name, "schema"));
    return all;
  }

  private static String said(JsonObject findings, String... path) {
    var value = JsonPointer.parse("/" + String.join("/", path)).in(findings);
    return value == null ? "nothing" : Json.write(value);
  }

  private Path file(String name, JsonObject json) throws IOException {
    return write(name, Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
