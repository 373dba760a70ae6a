package org.insignia.server.api.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.certificates.TestEarners;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CertificateApiModuleTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestEarners earners;
  @Autowired TestTokens tokens;

  private static void isPdf(Program.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
    assertThat(new String(answer.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void issuer_and_earner_get_the_certificate_of_a_certification_and_nobody_else() {
    var academy = badges.academy();
    var ana = earners.fresh(Language.EN);
    var id = earners.accepted(ana, academy, "Ana Silva", Visibility.PRIVATE).value();
    var exam = earners.offered(ana, academy, "exam.a", "Ana Silva").value();
    var program = new Program(settings, tokens.of(academy));
    var at = "/rest/v1/badges/" + id + "/certificate";
    isPdf(program.get(at));
    isPdf(program.get(at + "?paper=letter&language=zh-CN"));
    assertThat(program.get(at + "?paper=a5").body()).contains("\"paper\"");
    assertThat(program.get(at + "?language=xx").body()).contains("\"language\"");
    assertThat(program.get("/rest/v1/badges/" + exam + "/certificate").status()).isEqualTo(404);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(at).status()).isEqualTo(404);
    var other = new Program(settings, tokens.of(academy, Set.of(Scope.PEOPLE_READ)));
    assertThat(other.get(at).status()).isEqualTo(403);

    var mine = "/rest/v1/me/certificates/" + id;
    var acting = acting(ana, "me:transcript");
    isPdf(acting.get(mine));
    assertThat(acting.get("/rest/v1/me/certificates").at("items/0/badge")).isEqualTo("" + id);
    assertThat(acting.get("/rest/v1/me/certificates/" + exam).status()).isEqualTo(404);
    assertThat(acting(earners.fresh(Language.EN), "me:transcript").get(mine).status())
        .isEqualTo(404);

    assertThat(
            program.post("/rest/v1/badges/" + id + "/suspend", "{\"reason\":\"Look.\"}").status())
        .isEqualTo(200);
    assertThat(program.get(at).status()).isEqualTo(409);
    assertThat(acting.get(mine).status()).isEqualTo(409);
  }

  private Program acting(TestEarners.Earner earner, String scopes) {
    var access = TestProgram.registered(settings).access(earners.signedIn(earner), scopes);
    return new Program(settings, access);
  }
}
