package org.insignia.server.organisations.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffMailboxes;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class DomainProofsModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestTokens tokens;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired Accounts accounts;
  @Autowired DomainStore store;
  @Autowired StaffMailboxes staff;
  @Autowired Attempts attempts;
  @Autowired Outbox outbox;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final EmailAddress owner = EmailAddress.of("d" + UUID.randomUUID() + "@example.org");
  private Optional<DomainProof.Way> found = Optional.empty();
  private Organisation academy;
  private String path;
  private Web web;

  @BeforeEach
  void found() {
    var slug = "domain-" + UUID.randomUUID();
    academy = organisations.create("test", slug, "Lyceum " + slug, null, null);
    path = "/console/" + slug + "/domain";
    var person = accounts.createConfirmed("Olga", owner, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), Role.ADMIN);
    web = Web.signedIn(settings, owner.value(), PASSWORD);
  }

  /** As it will be at this time, with what stands at the domain then. */
  private DomainProofs at(Instant time) {
    return new DomainProofs(
        store,
        proof -> found,
        attempts,
        staff,
        outbox,
        audit,
        transaction,
        Clock.fixed(time, ZoneOffset.UTC));
  }

  private String domain() {
    return organisations.get(academy.id()).domain();
  }

  private String publicPage() {
    return Web.stranger(settings).get("/org/" + academy.slug()).body();
  }

  private void name(String domain) {
    assertThat(web.post(path, "domain", domain).statusCode()).isEqualTo(303);
  }

  @Test
  @DisplayName("T13: the mark is there by proof alone")
  void who_proves_a_domain_bears_the_mark_until_it_is_given_up() {
    name("https://Lyceum.Example/about");
    var page = web.get(path).body();
    assertThat(page).contains("_insignia.lyceum.example", "insignia-verification=");
    assertThat(at(clock.instant()).look("test", academy)).isInstanceOf(DomainProofs.Missing.class);
    assertThat(publicPage()).doesNotContain("Verified:");

    found = Optional.of(DomainProof.Way.DNS);
    assertThat(at(clock.instant()).look("test", academy)).isInstanceOf(DomainProofs.Found.class);
    assertThat(domain()).isEqualTo("lyceum.example");
    assertThat(publicPage()).contains("Verified: lyceum.example");
    assertThat(web.get(path).body()).contains("Proven", "in the DNS");

    name("other.example");
    assertThat(domain()).isNull();
    assertThat(publicPage()).doesNotContain("Verified:");
    found = Optional.of(DomainProof.Way.FILE);
    at(clock.instant()).look("test", academy);
    assertThat(web.post(path + "/drop").statusCode()).isEqualTo(303);
    assertThat(domain()).isNull();
  }

  @Test
  void the_database_gives_no_mark_without_a_proof() {
    for (var crime :
        new String[] {
          "update organisation set domain = 'bank.example' where id = ?",
          "update organisation set domain = 'lyceum.example' where id = ?"
        }) {
      name("lyceum.example");
      assertThatThrownBy(() -> db.sql(crime).param(academy.id().value()).update())
          .hasMessageContaining("is not proven");
    }
  }

  @Test
  void a_proof_that_is_gone_for_three_days_loses_the_mark_with_two_notices() {
    name("lyceum.example");
    found = Optional.of(DomainProof.Way.DNS);
    at(clock.instant()).look("test", academy);
    found = Optional.empty();
    var later = clock.instant().plus(Duration.ofDays(1)).plusSeconds(60);
    pass(later);
    assertThat(domain()).isEqualTo("lyceum.example");
    var mails = new Mailbox(sink);
    mails.await(
        m -> m.to().equals(owner.value()) && m.text().contains("Put it back by"), "the warning");
    assertThat(web.get(path).body()).contains("is not found any more");

    pass(later.plus(Duration.ofDays(3)).plusSeconds(60));
    assertThat(domain()).isNull();
    mails.await(
        m -> m.to().equals(owner.value()) && m.text().contains("bear no mark"), "the notice");
  }

  @Test
  void a_proof_that_comes_back_in_time_keeps_the_mark() {
    name("lyceum.example");
    found = Optional.of(DomainProof.Way.FILE);
    at(clock.instant()).look("test", academy);
    var later = clock.instant().plus(Duration.ofDays(1)).plusSeconds(60);
    found = Optional.empty();
    pass(later);
    found = Optional.of(DomainProof.Way.DNS);
    pass(later.plus(Duration.ofDays(2)));
    found = Optional.empty();
    pass(later.plus(Duration.ofDays(4)));
    assertThat(domain()).isEqualTo("lyceum.example");
  }

  /** Looks at whatever is due then; what other tests left there is not found either. */
  private void pass(Instant time) {
    db.sql("update domain_proof set next_at = ? where organisation_id = ?")
        .params(java.sql.Timestamp.from(time), academy.id().value())
        .update();
    var proofs = at(time);
    int looked = 0;
    while (proofs.once()) {
      looked++;
    }
    assertThat(looked).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "example.org,example.org", "https://www.Example.org/x?y,www.example.org",
    "bücher.example,xn--bcher-kva.example", "example.org.,example.org"
  })
  void a_domain_is_read_from_what_people_paste(String typed, String domain) {
    assertThat(DomainProofs.domain(typed)).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "10.0.0.1",
        "[::1]",
        "a b.example",
        "-x.example",
        "x..example",
        "example.org:8080",
        "user@example.org",
        "x.1",
        "http://"
      })
  void what_is_no_domain_comes_back_with_words(String typed) {
    assertThat(DomainProofs.domain(typed)).isEmpty();
    var answer = web.post(path, "domain", typed);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("like example.org");
  }

  @Test
  void programs_are_told_what_was_found_and_to_wait_when_they_ask_too_often() {
    var program = new Program(settings, tokens.of(academy));
    var here = "/rest/v1/organisation/domain";
    assertThat(program.send("PUT", here, "{\"domain\":\"lyceum.example\"}").status())
        .isEqualTo(200);
    found = Optional.of(DomainProof.Way.FILE);
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    assertThat(at(now).look("test", academy)).isInstanceOf(DomainProofs.Found.class);
    var proven = program.get(here);
    assertThat(proven.at("proven")).as(proven.body()).isEqualTo("true");
    assertThat(proven.at("way")).isEqualTo("file");
    found = Optional.empty();
    for (int i = 0; i < 12; i++) {
      at(now).look("test", academy);
    }
    assertThat(program.get(here).at("losesAt")).isEqualTo(now.plus(DomainProofs.GRACE).toString());
    var early = program.send("POST", here + "/check", null);
    assertThat(early.status()).as(early.body()).isEqualTo(429);
    assertThat(early.header("Retry-After")).isNotEmpty();
  }
}
