package org.insignia.server.sharing.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.verify.Verifier;
import org.insignia.openbadges.verify.VerifierOptions;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ExportTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Export export;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired Accounts accounts;
  @Autowired ForeignBadges foreign;
  @Autowired BadgeCollections collections;
  @Autowired Settings settings;
  @Autowired Clock clock;

  private final String address = "e" + UUID.randomUUID() + "@example.org";
  private final String brought = new ElsewhereBadges().plain(address);
  private PersonId ana;
  private CredentialId id;

  @BeforeEach
  void somebody() {
    id = badges.issue(badges.academy(), EmailAddress.of(address), "Ana Núñez", Language.EN);
    var end = System.nanoTime() + java.time.Duration.ofMinutes(1).toNanos();
    while (claims.of(id).isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    ana = accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.ES);
    claims.accept(ana, id, Visibility.PRIVATE);
    foreign.fromBytes(ana, Bytes.utf8(brought));
    collections.make(ana, "Mar");
  }

  @Test
  void everything_is_in_it_byte_for_byte() throws IOException {
    var out = new ByteArrayOutputStream();
    export.write(ana, Language.ES, out);
    var files = files(out.toByteArray());
    assertThat(files.keySet())
        .contains("README.txt", "account.json", "badges.json", "collections.json", "evidence.json");
    var folder = "badges/northwind-certified-cloud-administrator-associate-" + id.value() + "/";
    assertThat(files.get(folder + "credential.json"))
        .isEqualTo(credentials.document(id).orElseThrow());
    assertThat(Baking.unbake(files.get(folder + "badge.png")).orElseThrow().text())
        .isEqualTo(credentials.document(id).orElseThrow().utf8());
    assertThat(Baking.unbake(files.get(folder + "badge.svg")).orElseThrow().text())
        .isEqualTo(credentials.document(id).orElseThrow().utf8());
    var original =
        files.keySet().stream().filter(f -> f.endsWith("/original.json")).findFirst().orElseThrow();
    assertThat(files.get(original).utf8()).isEqualTo(brought);
    assertThat(files.get("account.json").utf8())
        .contains(address, "Ana Núñez")
        .doesNotContain("hash", "$argon2");
    assertThat(files.get("collections.json").utf8()).contains("Mar");
    assertThat(files.get("transcript/transcript.json").utf8()).contains("Cloud Administrator");
    assertThat(files.get("transcript/exams.json").utf8()).isEqualTo("[]\n");
    assertThat(files.get("transcript/transcript.pdf").size()).isGreaterThan(1000);
    assertThat(files.keySet()).anyMatch(f -> f.startsWith("transcript/transcript-academy-"));
    assertThat(files.get("README.txt").utf8()).startsWith("Todo lo que se guarda");
    files.forEach((name, content) -> {
      if (name.endsWith(".json") && !name.startsWith("imported")) {
        assertThat(Json.parse(content)).as(name).isNotNull();
      }
    });
  }

  @Test
  void a_badge_out_of_it_verifies_without_this_server() throws IOException {
    var out = new ByteArrayOutputStream();
    export.write(ana, Language.EN, out);
    var original =
        files(out.toByteArray()).entrySet().stream()
            .filter(f -> f.getKey().endsWith("/original.json"))
            .findFirst()
            .orElseThrow()
            .getValue();
    var report =
        new Verifier(VerifierOptions.offline()).verify(original, clock.instant(), Set.of());
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
  }

  @Test
  void it_is_downloaded_by_a_form_of_ones_own_and_not_without_end() throws IOException {
    var web = Web.signedIn(settings, address, PASSWORD);
    assertThat(web.get("/account/export").body()).contains("Descargar el archivo (ZIP)");
    var answer = web.post("/account/export");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Web.header(answer, "content-disposition"))
        .startsWith("attachment; filename=\"insignia-");
    assertThat(Web.header(answer, "cache-control")).contains("no-store");
    assertThat(answer.body()).startsWith("PK");
    for (int i = 0; i < 4; i++) {
      web.post("/account/export");
    }
    assertThat(web.post("/account/export").statusCode()).isEqualTo(429);
    assertThat(Web.stranger(settings).post("/account/export").statusCode()).isEqualTo(403);
    assertThat(Web.stranger(settings).get("/account/export").statusCode()).isEqualTo(303);
  }

  private static Map<String, Bytes> files(byte[] zip) throws IOException {
    var files = new LinkedHashMap<String, Bytes>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getName()).doesNotContain("..").doesNotStartWith("/");
        files.put(entry.getName(), Bytes.wrap(in.readAllBytes()));
      }
    }
    return files;
  }
}
