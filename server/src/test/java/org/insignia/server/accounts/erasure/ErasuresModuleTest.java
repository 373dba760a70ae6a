package org.insignia.server.accounts.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PasswordResets;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ErasuresModuleTest {
  @Autowired Erasures erasures;
  @Autowired Accounts accounts;
  @Autowired Addresses addresses;
  @Autowired Profiles profiles;
  @Autowired SecondFactor secondFactor;
  @Autowired PasswordResets resets;
  @Autowired AccountMerges merges;
  @Autowired Members members;
  @Autowired Organisations organisations;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private final String mark = "erase" + UUID.randomUUID().toString().substring(0, 8);
  private final EmailAddress address = EmailAddress.of(mark + "@example.org");

  private PersonId person(EmailAddress mailbox) {
    return accounts.createConfirmed("Ana " + mark, mailbox, "violet otter lantern", Language.PT_BR);
  }

  @Test
  @Timeout(60)
  void nothing_of_the_account_is_left_but_the_last_mail() {
    var ana = person(address);
    var other = person(EmailAddress.of("two-" + address.value()));
    profiles.change(
        ana,
        new Profiles.Wish(
            "Ana " + mark,
            mark + "-a",
            Language.PT_BR,
            mark + " here",
            List.of("https://" + mark + ".example/")));
    addresses.add(ana, EmailAddress.of("open-" + address.value()));
    resets.ask(address, Language.EN);
    secondFactor.begin(ana);
    merges.merge(ana, other);
    allLettersHaveGone();
    erasures.erase(ana);
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address.value()) && m.subject().equals("Sua conta foi excluída"),
                "the last mail");
    assertThat(mail.text()).doesNotContain("/account/security");
    assertThat(accounts.find(ana)).isEmpty();
    assertThat(accounts.find(other)).isEmpty();
    assertThat(accounts.ownerOf(address)).isEmpty();
    assertThat(found(mark)).containsOnly("safety_notice", "outbox_letter");
    db.sql("delete from safety_notice where value like ?").param("%" + mark + "%").update();
    assertThat(letters()).allMatch(kind -> kind.equals("safety-notice"));
  }

  private void allLettersHaveGone() {
    var waiting =
        db.sql(
            "select count(*) from outbox_letter where recipient like '%"
                + mark
                + "%' and state = 'waiting'");
    while (waiting.query(Integer.class).single() > 0) {
      Thread.onSpinWait();
    }
  }

  private List<String> letters() {
    return db.sql("select kind from outbox_letter where recipient like ?")
        .param("%" + mark + "%")
        .query(String.class)
        .list();
  }

  /** Tables that hold this word in any text column. */
  private List<String> found(String word) {
    var tables = new ArrayList<String>();
    var columns =
        db.sql(
                """
                select table_name, column_name from information_schema.columns
                 where table_schema = current_schema() and data_type in ('text', 'character varying')
                 order by 1, 2
                """)
            .query((row, number) -> List.of(row.getString(1), row.getString(2)))
            .list();
    for (var column : columns) {
      boolean there =
          db.sql(
                  "select exists (select 1 from %s where %s ilike ?)"
                      .formatted(column.getFirst(), column.getLast()))
              .param("%" + word + "%")
              .query(Boolean.class)
              .single();
      if (there && !tables.contains(column.getFirst())) {
        tables.add(column.getFirst());
      }
    }
    return tables;
  }

  @Test
  void the_only_owner_of_an_organisation_hands_over_first() {
    var ana = person(address);
    var organisation = organisations.create("test", "e" + mark, "Erasing", null, null).id();
    members.grant("test", ana.value(), organisation, Role.OWNER);
    assertThat(erasures.ties(ana)).containsExactly("accounts.ties.owner");
    assertThatThrownBy(() -> erasures.erase(ana)).isInstanceOf(Problem.Conflict.class);
    assertThat(accounts.find(ana)).isPresent();
    var eve = person(EmailAddress.of("eve-" + address.value()));
    members.grant("test", eve.value(), organisation, Role.OWNER);
    erasures.erase(ana);
    assertThat(accounts.find(ana)).isEmpty();
  }

  @Test
  void the_address_is_free_for_a_new_account() {
    erasures.erase(person(address));
    var again = person(address);
    assertThat(accounts.ownerOf(address)).contains(again);
  }
}
