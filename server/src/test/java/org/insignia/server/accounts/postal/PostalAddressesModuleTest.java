package org.insignia.server.accounts.postal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class PostalAddressesModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final TypedAddress LIMA =
      new TypedAddress("Jr. de la Unión 300", "Lima", "", "15001", "PE");
  private static final TypedAddress BERLIN =
      new TypedAddress("Hauptstr. 5", "Berlin", "", "10117", "DE");

  @Autowired Accounts accounts;
  @Autowired AccountMerges merges;
  @Autowired Erasures erasures;
  @Autowired PostalAddresses addresses;
  @Autowired Settings settings;
  @Autowired JdbcClient db;

  private final String mailbox = "p" + UUID.randomUUID() + "@example.org";

  @Test
  void an_address_is_told_changed_and_taken_back_on_its_own_page() {
    var ana = somebody(mailbox);
    var web = Web.signedIn(settings, mailbox, PASSWORD);
    assertThat(web.get("/account/postal-address").body()).contains("option value=\"PE\"");
    var answer = post(web, "Jr. de la Unión 300", "Lima", "PE");
    assertThat(answer).isEqualTo(303);
    assertThat(addresses.find(ana))
        .contains(new TypedAddress("Jr. de la Unión 300", "Lima", "", "", "PE").address());
    assertThat(web.get("/account/postal-address").body()).contains("<bdi>Lima</bdi>");
    assertThat(post(web, "Jr. de la Unión 301", "Lima", "PE")).isEqualTo(303);
    assertThat(addresses.find(ana).orElseThrow().street()).containsExactly("Jr. de la Unión 301");
    web.post("/account/postal-address/remove");
    assertThat(addresses.find(ana)).isEmpty();
  }

  @Test
  void a_wrong_field_keeps_what_was_typed_in_the_others() {
    somebody(mailbox);
    var web = Web.signedIn(settings, mailbox, PASSWORD);
    var answer = web.post("/account/postal-address", "street", "<b>&\u0000 5", "country", "XX");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("&lt;b&gt;&amp; 5")
        .contains("Write the town or city")
        .contains("Choose the country");
  }

  @Test
  void an_address_that_is_none_is_not_kept() {
    var ana = somebody(mailbox);
    assertThatThrownBy(() -> addresses.put(ana, TypedAddress.NOTHING))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(addresses.find(ana)).isEmpty();
  }

  @Test
  void it_follows_into_a_merged_account_and_back_again() {
    var kept = somebody("k" + mailbox);
    var gone = somebody(mailbox);
    addresses.put(gone, LIMA);
    merges.merge(kept, gone);
    assertThat(addresses.find(kept)).contains(LIMA.address());
    assertThat(addresses.find(gone)).isEmpty();
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(addresses.find(kept)).isEmpty();
    assertThat(addresses.find(gone)).contains(LIMA.address());
  }

  @Test
  void who_has_one_keeps_it_when_an_account_with_another_joins() {
    var kept = somebody("k" + mailbox);
    var gone = somebody(mailbox);
    addresses.put(kept, BERLIN);
    addresses.put(gone, LIMA);
    merges.merge(kept, gone);
    assertThat(addresses.find(kept)).contains(BERLIN.address());
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(addresses.find(kept)).contains(BERLIN.address());
    assertThat(addresses.find(gone)).contains(LIMA.address());
  }

  @Test
  void it_is_named_before_the_account_is_erased_and_gone_afterwards() {
    var ana = somebody(mailbox);
    addresses.put(ana, LIMA);
    assertThat(erasures.stakes(ana)).contains(new Stake.Line("accounts.postal.stake", 1));
    erasures.erase(ana);
    assertThat(
            db.sql("select count(*) from postal_address where person_id = :id")
                .param("id", ana.value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void it_stands_in_the_export() {
    var ana = somebody(mailbox);
    assertThat(addresses.json(ana)).isEmpty();
    addresses.put(ana, LIMA);
    assertThat(addresses.json(ana).orElseThrow().toString())
        .contains("street=[Jr. de la Unión 300]", "locality=Lima", "country=PE");
  }

  private static int post(Web web, String street, String locality, String country) {
    return web.post(
            "/account/postal-address", "street", street, "locality", locality, "country", country)
        .statusCode();
  }

  private PersonId somebody(String address) {
    return accounts.createConfirmed("Ana", EmailAddress.of(address), PASSWORD, Language.EN);
  }
}
