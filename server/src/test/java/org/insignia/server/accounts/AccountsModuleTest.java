package org.insignia.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AccountsModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern LINK =
      Pattern.compile("http://localhost:\\d+/(confirm|reset|confirm-address)/(\\S+)");

  @Autowired Accounts accounts;
  @Autowired SignUps signUps;
  @Autowired SignIns signIns;
  @Autowired PasswordResets resets;
  @Autowired Addresses addresses;
  @Autowired Profiles profiles;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final EmailAddress address = EmailAddress.of("p" + UUID.randomUUID() + "@example.org");

  @Test
  void an_account_exists_only_after_its_mailbox_has_confirmed() {
    var id = signUps.begin(wish(address, PASSWORD));
    assertThat(accounts.ownerOf(address)).isEmpty();
    var token = tokenIn(address, "confirm");
    assertThat(signUps.find(token).orElseThrow().address()).isEqualTo(address);
    assertThat(accounts.ownerOf(address)).isEmpty();
    var confirmed = (SignUps.Confirmed) signUps.confirm(token, id);
    assertThat(accounts.ownerOf(address)).contains(confirmed.person().id());
    assertThat(confirmed.person().vanity()).startsWith("ana-silva");
    assertThat(signUps.confirm(token, id)).isEqualTo(new SignUps.Gone());
  }

  @Test
  void a_stranger_who_signs_up_with_my_address_gets_nothing_from_my_pressing_the_button() {
    signUps.begin(wish(address, "the strangers own secret"));
    var token = tokenIn(address, "confirm");
    assertThat(signUps.confirm(token, "")).isEqualTo(new SignUps.WrongPassword());
    assertThat(signUps.confirm(token, UUID.randomUUID())).isEqualTo(new SignUps.Gone());
    assertThat(accounts.ownerOf(address)).isEmpty();
    assertThat(signUps.confirm(token, "the strangers own secret"))
        .isInstanceOf(SignUps.Confirmed.class);
  }

  @Test
  void only_the_hash_of_a_link_is_stored() {
    signUps.begin(wish(address, PASSWORD));
    var token = tokenIn(address, "confirm");
    var stored =
        db.sql("select token_hash from sign_up where key = ?")
            .param(address.key())
            .query(String.class)
            .single();
    assertThat(stored).isEqualTo(token.hash()).doesNotContain(token.text());
  }

  @Test
  void signing_up_again_with_a_known_address_sends_another_letter_and_no_link() {
    accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.ES);
    signUps.begin(new SignUps.Wish(address, "Ana Silva", "another one of mine", Language.ES, null));
    var mail = new Mailbox(sink).newestTo(address.value());
    assertThat(mail.subject()).isEqualTo("Ya tienes una cuenta");
    assertThat(mail.text()).doesNotContain("/confirm/");
  }

  @Test
  void one_mailbox_has_one_owner_however_it_is_spelled() {
    accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.EN);
    var shouted = EmailAddress.of(address.value().toUpperCase(java.util.Locale.ROOT));
    assertThatThrownBy(() -> accounts.createConfirmed("Ana", shouted, PASSWORD, Language.EN))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void a_wrong_password_and_an_unknown_address_look_the_same() {
    accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.EN);
    var unknown = EmailAddress.of("nobody-" + address.value());
    for (int i = 0; i < 5; i++) {
      assertThat(attempt(address, "wrong wrong wrong"))
          .isEqualTo(attempt(unknown, "wrong wrong wrong"));
    }
    assertThat(attempt(address, PASSWORD)).isInstanceOf(SignIns.Wait.class);
    assertThat(attempt(unknown, PASSWORD)).isInstanceOf(SignIns.Wait.class);
  }

  @Test
  void strangers_guessing_cannot_lock_out_a_browser_that_signed_in_before() {
    accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.EN);
    var welcome = (SignIns.Welcome) attempt(address, PASSWORD);
    for (int i = 0; i < 6; i++) {
      attempt(address, "wrong wrong wrong");
    }
    assertThat(attempt(address, PASSWORD)).isInstanceOf(SignIns.Wait.class);
    var known = new SignIns.Try(address, PASSWORD, welcome.device(), "198.51.100.7");
    assertThat(signIns.attempt(known)).isInstanceOf(SignIns.Welcome.class);
  }

  @Test
  void somebody_elses_browser_is_no_known_browser() {
    var other = EmailAddress.of("other-" + address.value());
    accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.EN);
    accounts.createConfirmed("Eve", other, PASSWORD, Language.EN);
    var eves = ((SignIns.Welcome) attempt(other, PASSWORD)).device();
    for (int i = 0; i < 5; i++) {
      signIns.attempt(new SignIns.Try(address, "wrong wrong wrong", eves, "198.51.100.8"));
    }
    assertThat(attempt(address, PASSWORD)).isInstanceOf(SignIns.Wait.class);
  }

  @Test
  void a_new_password_works_once_by_its_link_and_lets_a_locked_out_owner_in() {
    var person = accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.IT);
    for (int i = 0; i < 6; i++) {
      attempt(address, "wrong wrong wrong");
    }
    resets.ask(address, Language.IT);
    var token = tokenIn(address, "reset");
    assertThat(resets.find(token).orElseThrow().id()).isEqualTo(person);
    assertThat(resets.change(token, "a different lantern")).isPresent();
    assertThat(resets.change(token, "a third lantern here")).isEmpty();
    assertThat(attempt(address, "a different lantern")).isInstanceOf(SignIns.Welcome.class);
    assertThat(attempt(address, PASSWORD)).isEqualTo(new SignIns.Wrong());
  }

  @Test
  void a_link_for_a_new_password_is_nothing_once_its_mailbox_is_removed() {
    var ana = accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.EN);
    var further = EmailAddress.of("work-" + address.value());
    addresses.add(ana, further);
    addresses.confirm(ana, tokenIn(further, "confirm-address"));
    resets.ask(further, Language.EN);
    var token = tokenIn(further, "reset");
    var id = addresses.of(ana).stream().filter(m -> !m.main()).findFirst().orElseThrow().id();
    addresses.remove(ana, id);
    assertThat(resets.find(token)).isEmpty();
    assertThat(resets.change(token, "a different lantern")).isEmpty();
    assertThat(attempt(address, PASSWORD)).isInstanceOf(SignIns.Welcome.class);
  }

  @Test
  void asking_for_a_new_password_without_an_account_sends_nothing() {
    resets.ask(address, Language.EN);
    var kept = EmailAddress.of("later-" + address.value());
    accounts.createConfirmed("Ana Silva", kept, PASSWORD, Language.EN);
    resets.ask(kept, Language.EN);
    tokenIn(kept, "reset");
    assertThat(sink.received()).noneMatch(m -> m.to().equals(address.value()));
  }

  @Test
  void a_further_mailbox_counts_only_for_the_one_who_added_it_and_confirmed_signed_in() {
    var ana = accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.EN);
    var eve =
        accounts.createConfirmed(
            "Eve", EmailAddress.of("eve-" + address.value()), PASSWORD, Language.EN);
    var further = EmailAddress.of("work-" + address.value());
    assertThat(addresses.add(ana, further)).isEmpty();
    var token = tokenIn(further, "confirm-address");
    assertThat(accounts.verifiedAddresses(ana)).containsExactly(address);
    assertThat(addresses.confirm(eve, token)).isFalse();
    assertThat(addresses.confirm(ana, token)).isTrue();
    assertThat(addresses.confirm(ana, token)).isFalse();
    assertThat(accounts.verifiedAddresses(ana)).containsExactly(address, further);
    assertThat(accounts.ownersOf(List.of(address, further))).containsOnlyKeys(address, further);
  }

  @Test
  void somebody_elses_mailbox_cannot_be_added_and_its_owner_is_told() {
    accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.EN);
    var eve =
        accounts.createConfirmed(
            "Eve", EmailAddress.of("eve-" + address.value()), PASSWORD, Language.EN);
    addresses.add(eve, address);
    var mail = new Mailbox(sink).newestTo(address.value());
    assertThat(mail.subject()).isEqualTo("This address belongs to another account");
    assertThat(mail.text()).doesNotContain("/confirm-address/");
  }

  @Test
  void a_profile_address_is_taken_once_and_names_in_any_script_are_kept() {
    var ana = accounts.createConfirmed("Ana Silva", address, PASSWORD, Language.EN);
    var li =
        accounts.createConfirmed(
            "李小龙", EmailAddress.of("li-" + address.value()), PASSWORD, Language.ZH_CN);
    assertThat(accounts.person(li).name()).isEqualTo("李小龙");
    assertThat(accounts.person(li).vanity()).startsWith("earner-");
    var taken = accounts.person(ana).vanity();
    assertThat(profiles.change(li, said("李小龙", taken))).contains(Profiles.Objection.VANITY_TAKEN);
    assertThat(profiles.change(li, said("李小龙", "admin"))).contains(Profiles.Objection.VANITY);
    assertThat(profiles.change(li, said(" ", "li"))).contains(Profiles.Objection.NAME);
    var free = "li-" + UUID.randomUUID().toString().substring(0, 8);
    assertThat(profiles.change(li, said("李小龙 (Bruce)", free))).isEmpty();
    assertThat(accounts.byVanity(free).orElseThrow().name()).isEqualTo("李小龙 (Bruce)");
  }

  private static Profiles.Wish said(String name, String vanity) {
    return new Profiles.Wish(name, vanity, Language.ZH_CN, "", List.of());
  }

  private SignUps.Wish wish(EmailAddress who, String password) {
    return new SignUps.Wish(who, "Ana Silva", password, Language.EN, null);
  }

  private SignIns.Outcome attempt(EmailAddress who, String password) {
    return signIns.attempt(new SignIns.Try(who, password, null, UUID.randomUUID().toString()));
  }

  private SecretToken tokenIn(EmailAddress to, String kind) {
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(to.value()) && m.text().contains("/" + kind + "/"),
                kind + " mail");
    var link = LINK.matcher(mail.text());
    assertThat(link.find()).isTrue();
    return SecretToken.parse(link.group(2)).orElseThrow();
  }
}
