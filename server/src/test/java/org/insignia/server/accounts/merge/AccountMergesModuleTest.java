package org.insignia.server.accounts.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AccountMergesModuleTest {
  @Autowired Accounts accounts;
  @Autowired AccountMerges merges;
  @Autowired MergeProofs proofs;
  @Autowired Addresses addresses;
  @Autowired Profiles profiles;
  @Autowired SignIns signIns;
  @Autowired Members members;
  @Autowired Organisations organisations;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final String mark = UUID.randomUUID().toString();
  private final EmailAddress home = EmailAddress.of("home-" + mark + "@example.org");
  private final EmailAddress work = EmailAddress.of("work-" + mark + "@example.org");
  private PersonId kept;
  private PersonId gone;

  @BeforeEach
  void two_accounts() {
    kept = accounts.createConfirmed("Ana Silva", home, "violet otter lantern", Language.IT);
    gone = accounts.createConfirmed("A. Silva", work, "copper kettle morning", Language.EN);
  }

  private UUID merged() {
    merges.merge(kept, gone);
    return merges.latest(1).getFirst().id();
  }

  private SignIns.Outcome signIn(EmailAddress address, String password) {
    return signIns.attempt(new SignIns.Try(address, password, null, UUID.randomUUID().toString()));
  }

  @Test
  void addresses_move_and_the_ways_into_the_other_account_end() {
    merged();
    assertThat(accounts.verifiedAddresses(kept)).containsExactly(home, work);
    assertThat(accounts.ownerOf(work)).contains(kept);
    assertThat(signIn(work, "copper kettle morning")).isEqualTo(new SignIns.Wrong());
    assertThat(signIn(work, "violet otter lantern")).isInstanceOf(SignIns.Welcome.class);
    assertThatThrownBy(() -> merges.merge(kept, gone)).isInstanceOf(Problem.Conflict.class);
    assertThatThrownBy(() -> merges.merge(kept, kept)).isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void the_profile_of_the_other_account_leads_to_the_one_that_stays() {
    var vanity = accounts.person(gone).vanity();
    merged();
    assertThat(accounts.byVanity(vanity)).isEmpty();
    assertThat(profiles.byVanity(vanity)).isEmpty();
    assertThat(profiles.movedFrom(vanity).orElseThrow().id()).isEqualTo(kept);
    assertThat(profiles.of(List.of(kept, gone))).containsOnlyKeys(kept);
  }

  @Test
  void both_mailboxes_are_told_in_the_language_of_the_account_that_stays() {
    merged();
    for (var mailbox : List.of(home, work)) {
      new Mailbox(sink)
          .await(
              m ->
                  m.to().equals(mailbox.value())
                      && m.subject().equals("Due account sono diventati uno"),
              "the notice for " + mailbox.value());
    }
    assertThat(audit(kept)).contains("accounts.merge", "accounts.merged");
  }

  @Test
  void an_address_that_was_only_begun_to_be_proven_gives_way_to_the_proven_one() {
    addresses.add(kept, work);
    merged();
    assertThat(addresses.of(kept)).hasSize(2).allMatch(Addresses.Mailbox::verified);
  }

  @Test
  void the_greater_role_of_two_counts_and_all_comes_back_when_it_is_undone() {
    var one = founded();
    var two = founded();
    members.grant("test", gone.value(), one, Role.ADMIN);
    members.grant("test", kept.value(), one, Role.VIEWER);
    members.grant("test", gone.value(), two, Role.ISSUER);
    var id = merged();
    assertThat(members.roleOf(kept.value(), one)).contains(Role.ADMIN);
    assertThat(members.roleOf(kept.value(), two)).contains(Role.ISSUER);
    assertThat(members.roleOf(gone.value(), one)).isEmpty();
    merges.undo(id, "test");
    assertThat(members.roleOf(kept.value(), one)).contains(Role.VIEWER);
    assertThat(members.roleOf(kept.value(), two)).isEmpty();
    assertThat(members.roleOf(gone.value(), one)).contains(Role.ADMIN);
    assertThat(members.roleOf(gone.value(), two)).contains(Role.ISSUER);
  }

  private OrganisationId founded() {
    return organisations.create("test", "m" + UUID.randomUUID(), "Merging", null, null).id();
  }

  @Test
  void an_undone_merge_gives_each_account_what_it_had() {
    var vanity = accounts.person(gone).vanity();
    var id = merged();
    merges.undo(id, "person:operator");
    assertThat(accounts.verifiedAddresses(kept)).containsExactly(home);
    assertThat(accounts.verifiedAddresses(gone)).containsExactly(work);
    assertThat(signIn(work, "copper kettle morning")).isInstanceOf(SignIns.Welcome.class);
    assertThat(profiles.byVanity(vanity).orElseThrow().id()).isEqualTo(gone);
    assertThatThrownBy(() -> merges.undo(id, "test")).isInstanceOf(Problem.Conflict.class);
    merges.merge(kept, gone);
  }

  @Test
  void an_undone_merge_returns_an_address_that_became_the_main_one() {
    var id = merged();
    makeMain(work);
    assertThat(accounts.verifiedAddresses(kept)).containsExactly(work, home);
    merges.undo(id, "test");
    assertThat(main(kept)).isEqualTo(home);
    assertThat(main(gone)).isEqualTo(work);
  }

  @Test
  void an_undone_merge_takes_another_main_address_where_the_old_one_was_removed() {
    var spare = EmailAddress.of("spare-" + mark + "@example.org");
    addresses.add(gone, spare);
    db.sql(
            "update address set verified_at = now(), token_hash = null, expires_at = null where person_id = ? and key = ?")
        .params(gone.value(), spare.key())
        .update();
    var id = merged();
    addresses.remove(kept, mailbox(kept, work).id());
    merges.undo(id, "test");
    assertThat(main(kept)).isEqualTo(home);
    assertThat(main(gone)).isEqualTo(spare);
  }

  @Test
  void an_account_that_would_be_left_without_an_address_is_not_parted() {
    var id = merged();
    makeMain(work);
    addresses.remove(kept, mailbox(kept, home).id());
    assertThatThrownBy(() -> merges.undo(id, "test")).isInstanceOf(Problem.Conflict.class);
    assertThat(main(kept)).isEqualTo(work);
  }

  private void makeMain(EmailAddress address) {
    addresses.makeMain(kept, mailbox(kept, address).id());
  }

  private Addresses.Mailbox mailbox(PersonId of, EmailAddress address) {
    return addresses.of(of).stream()
        .filter(m -> m.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private EmailAddress main(PersonId of) {
    return addresses.of(of).stream()
        .filter(Addresses.Mailbox::main)
        .findFirst()
        .orElseThrow()
        .address();
  }

  @Test
  void a_later_merge_has_to_be_taken_back_first() {
    var third =
        accounts.createConfirmed(
            "Ana",
            EmailAddress.of("third-" + mark + "@example.org"),
            "a lit lantern here",
            Language.EN);
    var first = merged();
    merges.merge(third, kept);
    var second = merges.latest(1).getFirst().id();
    assertThat(profiles.movedFrom(accounts.person(gone).vanity()).orElseThrow().id())
        .isEqualTo(third);
    assertThatThrownBy(() -> merges.undo(first, "test")).isInstanceOf(Problem.Conflict.class);
    merges.undo(second, "test");
    merges.undo(first, "test");
    assertThat(accounts.verifiedAddresses(gone)).containsExactly(work);
    assertThat(accounts.verifiedAddresses(kept)).containsExactly(home);
  }

  @Test
  void after_thirty_days_it_is_too_late() {
    var id = merged();
    db.sql("update account_merge set undo_until = now() - interval '1 second' where id = ?")
        .param(id)
        .update();
    assertThatThrownBy(() -> merges.undo(id, "test")).isInstanceOf(Problem.Conflict.class);
    assertThat(accounts.ownerOf(work)).contains(kept);
  }

  @Test
  void a_mail_shows_the_other_account_to_the_one_who_asked_alone_and_once() {
    proofs.ask(kept, work);
    var link = java.util.regex.Pattern.compile("/account/merge/confirm/(\\S+)");
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(work.value()) && link.matcher(m.text()).find(),
                "the mail to the other account");
    var found = link.matcher(mail.text());
    assertThat(found.find()).isTrue();
    var token =
        org.insignia.server.platform.secrets.SecretToken.parse(found.group(1)).orElseThrow();
    assertThat(mail.subject()).isEqualTo("Are these two accounts both yours?");
    assertThat(proofs.find(kept, token)).contains(gone);
    assertThat(proofs.find(gone, token)).isEmpty();
    assertThat(proofs.take(gone, token)).isEmpty();
    assertThat(proofs.take(kept, token)).contains(gone);
    assertThat(proofs.take(kept, token)).isEmpty();
  }

  @Test
  void asking_for_an_address_without_an_account_sends_nothing() {
    var unknown = EmailAddress.of("nobody-" + mark + "@example.org");
    assertThat(proofs.ask(kept, unknown)).isEmpty();
    proofs.ask(kept, work);
    new Mailbox(sink).newestTo(work.value());
    assertThat(sink.received()).noneMatch(m -> m.to().equals(unknown.value()));
  }

  private List<String> audit(PersonId person) {
    return db.sql("select action from audit_line where subject = ?")
        .param("person:" + person)
        .query(String.class)
        .list();
  }
}
