package org.insignia.server.api.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.api.testing.Program;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the APIs answer, against the JSON Schemas that 1EdTech publishes for these answers. */
@ServerTest
class SchemasOfAnswersTest {
  private static final String DESCRIPTION =
      "ob30-per-class/ob_v3p0_servicedescriptiondocument-jsonschema1.json";
  private static final String OB3 = "/ims/ob/v3p0";
  private static final String CLR = "/ims/clr/v2p0";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired ForeignBadges foreign;

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09);

  @Test
  @DisplayName("descriptions, credentials, profiles and refusals of OB 3.0 and CLR 2.0")
  void answers_fit_the_schemas_of_1edtech() throws IOException {
    var folder = Path.of(System.getProperty("insignia.shared"), "data/standards/1edtech-schemas");
    assumeTrue(Files.isDirectory(folder), "needs the schemas of the shared data");
    var stranger = new Program(settings, "");
    var program = new Program(settings, token());

    fits(folder, DESCRIPTION, stranger.get(OB3 + "/discovery"), 200);
    fits(folder, DESCRIPTION, stranger.get(CLR + "/discovery"), 200);
    var many = "open-badges/v3_0/ob_v3p0_getopenbadgecredentialsresponse_schema.json";
    fits(folder, many, program.get(OB3 + "/credentials"), 200);
    fits(folder, many, program.get(OB3 + "/credentials?since=2090-01-01T00:00:00Z"), 200);
    var records = "clr/v2_0/clr_v2p0_getclrcredentialsresponse_schema.json";
    fits(folder, records, program.get(CLR + "/credentials"), 200);
    fits(
        folder, "open-badges/v3_0/ob_v3p0_profile_schema.json", program.get(OB3 + "/profile"), 200);
    var status = "open-badges/v3_0/ob_v3p0_imsx_statusinfo_schema.json";
    fits(folder, status, stranger.get(OB3 + "/profile"), 401);
    fits(folder, status, program.send("PUT", OB3 + "/profile", "{}"), 403);
    fits(folder, status, program.get(OB3 + "/nothing"), 404);
    fits(folder, status, program.send("DELETE", OB3 + "/profile", null), 405);
    fits(folder, status, program.get(OB3 + "/credentials?limit=-1"), 400);
    fits(
        folder,
        "clr/v2_0/clr_v2p0_imsx_statusinfo_schema.json",
        program.get(CLR + "/credentials?offset=x"),
        400);
  }

  /** Of a program of somebody who has badges of here and of elsewhere. */
  private String token() {
    var address = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
    var ana = accounts.createConfirmed("Ana Ruiz", address, "violet otter lantern", Language.EN);
    var id = badges.issue(badges.academy(), "exam.a", address, "Ana Ruiz", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Visibility.PRIVATE);
    var elsewhere = new ElsewhereBadges();
    foreign.fromBytes(ana, Bytes.utf8(elsewhere.jwt(address.value())));
    foreign.fromBytes(ana, Bytes.utf8(elsewhere.plain(address.value())));
    var record =
        elsewhere.record(address.value(), "urn:uuid:" + UUID.randomUUID(), "2024-05-01T00:00:00Z");
    foreign.fromBytes(ana, Bytes.utf8(record));
    var scopes =
        Arrays.asList(PersonScope.OB3_READ, PersonScope.OB3_PROFILE_READ, PersonScope.CLR_READ);
    return TestProgram.registered(settings)
        .access(
            Web.signedIn(settings, address.value(), "violet otter lantern"),
            scopes.stream().map(PersonScope::word).collect(Collectors.joining(" ")));
  }

  private void fits(Path folder, String schema, Program.Answer answer, int status)
      throws IOException {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    var read = registry.getSchema(Files.readString(folder.resolve(schema)), InputFormat.JSON);
    assertThat(read.validate(answer.body(), InputFormat.JSON)).as(schema).isEmpty();
  }
}
