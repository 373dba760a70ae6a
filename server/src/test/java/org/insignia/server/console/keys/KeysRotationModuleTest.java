package org.insignia.server.console.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentKeys;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.keys.Issuers;
import org.insignia.server.keys.PublishedKey;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class KeysRotationModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Credentials credentials;
  @Autowired StatusLists lists;
  @Autowired SigningKeys keys;
  @Autowired Issuers issuers;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Clock clock;

  private Organisation academy;
  private Web owner;
  private String path;

  @BeforeEach
  void found() {
    academy = badges.academy();
    path = "/console/" + academy.slug() + "/keys";
    var address = EmailAddress.of("k" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Olga", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), Role.OWNER);
    owner = Web.signedIn(settings, address.value(), PASSWORD);
  }

  @Test
  @DisplayName("3.5: rotation without downtime; what any of the keys signed verifies")
  void every_badge_verifies_that_was_issued_while_keys_changed() {
    var issued = new ArrayList<CredentialId>();
    for (int i = 0; i < 24; i++) {
      var to = EmailAddress.of("r" + UUID.randomUUID() + "@example.org");
      issued.add(badges.issue(academy, to, "Ana", Language.EN));
      if (i % 8 == 7) {
        assertThat(owner.post(path + "/signing/rotate").statusCode()).isEqualTo(303);
      }
    }
    Until.holds(() -> issued.stream().allMatch(id -> credentials.document(id).isPresent()));
    assertThat(keys.published(academy)).hasSize(4);
    assertThat(keys.published(academy).stream().filter(k -> k.retiredAt() == null)).hasSize(1);
    for (var id : issued) {
      assertThat(holds(credentials.document(id).orElseThrow())).isTrue();
    }
    assertThat(owner.get(path).body()).contains("In use", "Retired, still published");
  }

  @Test
  void status_lists_are_signed_anew_when_their_key_was_lost() {
    var to = EmailAddress.of("r" + UUID.randomUUID() + "@example.org");
    var id = badges.issue(academy, to, "Ana", Language.EN);
    Until.holds(() -> credentials.find(id).isPresent());
    var list = credentials.find(id).orElseThrow().status().list();
    var before = lists.current(list, StatusPurpose.REVOCATION).orElseThrow();
    var lost = keys.published(academy).getLast();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    assertThat(lose(lost, today).statusCode()).isEqualTo(303);

    var after = lists.current(list, StatusPurpose.REVOCATION).orElseThrow();
    assertThat(after.version()).isGreaterThan(before.version());
    assertThat(holds(after.document())).isTrue();
    assertThat(holds(before.document())).isFalse();
    assertThat(owner.get(path).body()).contains("Compromised", "is believed");
    assertThat(lose(lost, today).statusCode()).isEqualTo(409);
  }

  @Test
  void a_day_that_cannot_be_comes_back_with_words() {
    var key = keys.published(academy).getLast();
    var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1).toString();
    for (var day : List.of("", "yesterday", tomorrow, "1999-01-01")) {
      var answer = lose(key, day);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("Name a day between");
    }
    assertThat(keys.published(academy)).hasSize(1);
  }

  private java.net.http.HttpResponse<String> lose(PublishedKey key, String day) {
    return owner.post(path + "/signing/" + key.id().value() + "/compromised", "since", day);
  }

  private boolean holds(Bytes document) {
    var options = CheckOptions.assertion(Instant.now().plusSeconds(30));
    return DataIntegrity.check(
            (JsonObject) Json.parse(document), DocumentKeys.onLoopback(this::load), options)
        .stream()
        .allMatch(ProofResult.Valid.class::isInstance);
  }

  private DocumentLoader.Loaded load(java.net.URI url) {
    return new DocumentLoader.Loaded.Document(
        Bytes.utf8(Json.write(issuers.document(academy))), "application/did+json", url);
  }
}
