package org.insignia.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@DisplayName("F-27: of a damaged record nothing is shown, and it is said")
class DamagedRecordModuleTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Claims claims;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  private CredentialId badge;
  private PersonId ana;

  @BeforeEach
  void a_public_badge() {
    var earner = EmailAddress.of("d" + UUID.randomUUID() + "@example.org");
    badge = badges.issue(badges.academy(), earner, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    ana = accounts.createConfirmed("Ana Núñez", earner, "violet otter lantern", Language.EN);
    claims.accept(ana, badge, Visibility.PUBLIC);
  }

  /** Past what keeps the rows, as a broken disk would. */
  private void damage(String statement) {
    transaction.executeWithoutResult(status -> {
      db.sql("set local session_replication_role = replica").update();
      assertThat(db.sql(statement).param("id", badge.value()).update()).isEqualTo(1);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update credential_document set body = set_byte(body, 20, get_byte(body, 20) # 4) where credential_id = :id",
        "update credential_document set body = substr(body, 1, 40) where credential_id = :id",
        "update credential_document set frame_id = gen_random_uuid() where credential_id = :id",
        "update credential_document set digest = null, body = body || '\\x00'::bytea where credential_id = :id",
        "update credential set recipient_name = 'Eve Núñez' where id = :id",
        "update credential set valid_until = '2099-01-01Z' where id = :id"
      })
  void the_page_says_so_and_shows_nothing_else(String statement) {
    damage(statement);
    var page = Web.stranger(settings).get("/badges/" + badge.value());
    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("This record is damaged")
        .doesNotContain("Núñez", "Cloud Administrator");
    assertThat(Web.header(page, "Cache-Control")).contains("no-store");
  }

  @Test
  void no_form_of_it_is_served_and_none_answers_with_a_fault_of_ours() {
    damage(
        "update credential_document set body = set_byte(body, 9, get_byte(body, 9) # 1) where credential_id = :id");
    var stranger = Web.stranger(settings);
    for (var form : new String[] {".json", "/image.png", "/image.svg", "/ob2.json", ".jwt"}) {
      var answer = stranger.get("/badges/" + badge.value() + form, "Accept", "application/json");
      assertThat(answer.statusCode()).as(form).isEqualTo(409);
      assertThat(answer.body()).as(form).contains("damaged").doesNotContain("Núñez");
    }
  }

  @Test
  void nobody_learns_of_a_private_badge_by_its_damage() {
    claims.show(ana, badge, Visibility.PRIVATE);
    damage(
        "update credential_document set body = set_byte(body, 9, get_byte(body, 9) # 1) where credential_id = :id");
    var stranger = Web.stranger(settings);
    for (var form : new String[] {"", ".json", "/image.png", "/image.svg", "/ob2.json", ".jwt"}) {
      assertThat(stranger.get("/badges/" + badge.value() + form).statusCode())
          .as(form)
          .isEqualTo(404);
    }
  }
}
