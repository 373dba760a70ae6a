package org.insignia.server.api.me.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.testing.Program;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.copies.WalletCopies;
import org.insignia.server.issuing.copies.WalletCopy.Form;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class MyAccountModuleTest {
  private static final String ME = "/rest/v1/me/";
  private static final String PASSWORD = "violet otter lantern";
  private static final String HOLDER = "did:key:z6Mkp3nUeQfT8kYxqdwRrjvuWVQyVUU5F6sJ7yJUAzSXvdSh";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Addresses addresses;
  @Autowired Claims claims;
  @Autowired TestBadges badges;
  @Autowired WalletCopies copies;

  private EmailAddress address;
  private PersonId ana;
  private Web browser;
  private Program program;

  @BeforeEach
  void a_person_allows_a_program() {
    address = EmailAddress.of("ma" + UUID.randomUUID() + "@example.org");
    ana = accounts.createConfirmed("Ana Ruiz", address, PASSWORD, Language.ES);
    browser = Web.signedIn(settings, address.value(), PASSWORD);
    program = new Program(settings, access(browser, "me:account"));
  }

  private String access(Web web, String scopes) {
    return TestProgram.registered(settings).access(web, scopes);
  }

  private Program other(String scopes) {
    var mailbox = EmailAddress.of("mo" + UUID.randomUUID() + "@example.org");
    accounts.createConfirmed("Bo", mailbox, PASSWORD, Language.EN);
    return new Program(settings, access(Web.signedIn(settings, mailbox.value(), PASSWORD), scopes));
  }

  @Test
  void an_account_is_told_without_a_secret_of_it() {
    var added = EmailAddress.of("mb" + UUID.randomUUID() + "@example.org");
    addresses.add(ana, added);
    var account = program.get(ME + "account");
    assertThat(account.at("name")).as(account.body()).isEqualTo("Ana Ruiz");
    assertThat(account.at("language")).isEqualTo("es");
    assertThat(account.at("addresses/0/address")).isEqualTo(address.value());
    assertThat(account.at("addresses/0/primary")).isEqualTo("true");
    assertThat(account.at("addresses/1/address")).isEqualTo(added.value());
    assertThat(account.at("addresses/1/confirmed")).isEqualTo("false");
    assertThat(account.at("signIn/password")).isEqualTo("true");
    assertThat(account.at("signIn/secondFactor/on")).isEqualTo("false");
    assertThat(account.body()).doesNotContain("hash", "secret", "argon", "$");
  }

  @Test
  void sessions_are_ended_one_by_one_and_all_at_once() {
    var second = Web.signedIn(settings, address.value(), PASSWORD);
    var stranger = other("me:account");
    var theirs = stranger.get(ME + "sessions").at("items/0/id");
    var latest = program.get(ME + "sessions");
    assertThat(latest.at("items/1/id")).as(latest.body()).isNotEmpty();
    assertThat(latest.at("items/2/id")).isEmpty();
    for (var id : List.of(theirs, "nothing", UUID.randomUUID().toString(), "%F0%9F%98%80")) {
      assertThat(program.send("DELETE", ME + "sessions/" + id, null).status()).isEqualTo(404);
    }
    assertThat(program.send("DELETE", ME + "sessions/" + latest.at("items/0/id"), null).status())
        .isEqualTo(204);
    assertThat(program.get(ME + "sessions").at("items/1/id")).isEmpty();
    assertThat(program.send("DELETE", ME + "sessions", null).status()).isEqualTo(204);
    assertThat(program.get(ME + "sessions").at("items/0/id")).isEmpty();
    for (var web : List.of(browser, second)) {
      assertThat(web.get("/account/security").statusCode()).isEqualTo(303);
    }
    assertThat(stranger.get(ME + "sessions").at("items/0/id")).isEqualTo(theirs);
  }

  @Test
  void programs_are_disconnected_the_one_that_asks_too() {
    var reading = new Program(settings, access(browser, "me:read"));
    var all = program.get(ME + "programs");
    assertThat(all.at("items/0/scopes/0")).as(all.body()).isEqualTo("me:read");
    assertThat(all.at("items/0/host")).isEqualTo("wallet.example");
    assertThat(all.at("items/0/asking")).isEqualTo("false");
    assertThat(all.at("items/1/asking")).isEqualTo("true");
    var at = ME + "programs/" + all.at("items/0/id");
    assertThat(other("me:account").send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(reading.get(ME + "badges").status()).isEqualTo(200);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(reading.get(ME + "badges").status()).isEqualTo(401);
    var own = ME + "programs/" + all.at("items/1/id");
    assertThat(program.send("DELETE", own, null).status()).isEqualTo(204);
    assertThat(program.get(ME + "programs").status()).isEqualTo(401);
  }

  @Test
  void a_copy_in_a_wallet_is_taken_back_for_good() {
    var badge = badges.issue(badges.academy(), address, "Ana Ruiz", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    claims.accept(ana, badge, Claim.Visibility.PRIVATE);
    var sent = copies.send(ana, badge, HOLDER, Form.LDP_VC);
    var copy = program.get(ME + "wallet-copies");
    assertThat(copy.at("items/0/badge")).as(copy.body()).isEqualTo(badge.value().toString());
    assertThat(copy.at("items/0/withdrawnAt")).isEqualTo("null");
    var at = ME + "wallet-copies/" + sent.id() + "/withdraw";
    assertThat(other("me:account").send("POST", at, null).status()).isEqualTo(404);
    var key = UUID.randomUUID().toString();
    var ended = program.send("POST", at, null, "Idempotency-Key", key);
    assertThat(ended.at("withdrawnAt")).as(ended.body()).isNotEqualTo("null");
    assertThat(program.send("POST", at, null, "Idempotency-Key", key).body())
        .isEqualTo(ended.body());
    assertThat(program.send("POST", at, null).at("withdrawnAt")).isEqualTo(ended.at("withdrawnAt"));
  }

  @Test
  void a_badge_is_offered_to_a_wallet_by_a_program_that_may() {
    var badge = badges.issue(badges.academy(), address, "Ana Ruiz", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    var at = ME + "badges/" + badge.value() + "/wallet-offers";
    var offering = new Program(settings, access(browser, "me:wallets"));
    assertThat(offering.post(at, "{}").status()).isEqualTo(404);
    claims.accept(ana, badge, Claim.Visibility.PRIVATE);
    var offer = offering.post(at, "{\"pin\":true,\"format\":\"jwt_vc_json\"}");
    assertThat(offer.status()).as(offer.body()).isEqualTo(201);
    assertThat(offer.at("link")).startsWith("openid-credential-offer://?credential_offer_uri=");
    assertThat(offer.at("asking")).endsWith("%2Fasking");
    assertThat(offer.at("pin")).matches("[0-9]{6}");
    assertThat(offering.post(at, "{}").at("pin")).isEqualTo("null");
    assertThat(offering.post(at, "{\"pin\":\"1\",\"format\":\"x\",\"holder\":\"y\"}").body())
        .contains("\"#/pin\"", "\"#/format\"", "\"#/holder\"");
    assertThat(program.post(at, "{}").status()).isEqualTo(403);
    assertThat(other("me:wallets").post(at, "{}").status()).isEqualTo(404);
  }

  @Test
  void another_scope_opens_none_of_it() {
    var reading = other("me:read me:imports me:jobs me:requests");
    for (var path : List.of("account", "sessions", "programs", "wallet-copies")) {
      assertThat(reading.get(ME + path).status()).as(path).isEqualTo(403);
    }
    for (var path : List.of("sessions", "sessions/x", "programs/" + UUID.randomUUID())) {
      assertThat(reading.send("DELETE", ME + path, null).status()).as(path).isEqualTo(403);
    }
  }
}
