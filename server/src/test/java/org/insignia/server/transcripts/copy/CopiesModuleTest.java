package org.insignia.server.transcripts.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.postal.PostalAddresses;
import org.insignia.server.accounts.postal.TypedAddress;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.transcripts.copy.Copies.Objection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class CopiesModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Accounts accounts;
  @Autowired AccountMerges merges;
  @Autowired Erasures erasures;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired PostalAddresses addresses;
  @Autowired Copies copies;
  @Autowired CopyFollowing following;
  @Autowired MailSink sink;
  @Autowired Settings settings;
  @Autowired JdbcClient db;

  private final String mailbox = "c" + UUID.randomUUID() + "@example.org";
  private final String there = "jobs" + UUID.randomUUID() + "@example.net";
  private PersonId ana;

  @BeforeEach
  void somebody() {
    ana = person(mailbox);
  }

  @Test
  void the_copy_arrives_in_the_chosen_language_and_its_earner_is_told() {
    var id = badges.issue(badges.academy(), EmailAddress.of(mailbox), "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Visibility.PRIVATE);
    addresses.put(ana, new TypedAddress("Jr. de la Unión 300", "Lima", "", "15001", "PE"));
    assertThat(copies.send(ana, wish(there, Language.ES, true))).isEmpty();
    var copy = new Mailbox(sink).newestTo(there);
    assertThat(copy.subject()).isEqualTo("Expediente de Ana Núñez");
    assertThat(copy.attachments()).containsExactly("expediente.pdf");
    var pdf = sink.attachment(copy, "expediente.pdf").orElseThrow();
    assertThat(pdf.mediaType()).isEqualTo("application/pdf");
    assertThat(pdf.content().utf8()).startsWith("%PDF-1.7");
    assertThat(copy.headers().get("From")).contains("Ana");
    assertThat(copy.text())
        .contains("Northwind Certified: Cloud Administrator Associate", "15001 Lima", "Perú")
        .contains(settings.url("/transcripts").toString());
    var notice =
        new Mailbox(sink)
            .await(m -> m.to().equals(mailbox) && m.text().contains(there), "the notice");
    assertThat(notice.subject()).isEqualTo("A copy of your transcript was sent");
    assertThat(sink.received().stream().filter(m -> m.to().equals(there))).hasSize(1);
  }

  @Test
  void without_the_tick_the_address_stays_at_home() {
    addresses.put(ana, new TypedAddress("Jr. de la Unión 300", "Lima", "", "15001", "PE"));
    copies.send(ana, wish(there, Language.EN, false));
    assertThat(new Mailbox(sink).newestTo(there).text()).doesNotContain("Lima");
  }

  @Test
  @DisplayName("T6: fifty requests at once send five copies")
  void no_more_are_sent_in_a_day_than_the_limit() throws Exception {
    var requests = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 50; i++) {
      var to = i + there;
      requests.add(() -> copies.send(ana, wish(to, Language.EN, false)).isEmpty());
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      int sent = 0;
      for (var request : threads.invokeAll(requests)) {
        sent += request.get() ? 1 : 0;
      }
      assertThat(sent).isEqualTo(Copies.MOST);
    }
    assertThat(copies.send(ana, wish(there, Language.EN, false)))
        .map(Copies.Refusal::why)
        .contains(Objection.MANY);
    assertThat(copies.of(ana)).hasSize(Copies.MOST);
  }

  @Test
  void one_mailbox_is_not_flooded_by_many_people() {
    for (int i = 0; i < 10; i++) {
      assertThat(copies.send(person(i + mailbox), wish(there, Language.EN, false))).isEmpty();
    }
    assertThat(copies.send(ana, wish(there, Language.EN, false)))
        .map(Copies.Refusal::why)
        .contains(Objection.MANY_THERE);
  }

  @Test
  @DisplayName("C6: one plain mailbox is written to, or none")
  void what_is_not_one_mailbox_is_refused_and_kept_in_the_form() {
    var web = Web.signedIn(settings, mailbox, PASSWORD);
    var hostile =
        List.of(
            "",
            "no mailbox",
            there + "," + mailbox,
            there + ";" + mailbox,
            there + "\r\nBcc: " + mailbox,
            "<" + there + ">",
            "a@b",
            "x".repeat(5000) + "@example.org",
            "\u0000@example.org");
    for (var to : hostile) {
      var answer = web.post("/home/transcript/mail", "to", to);
      assertThat(answer.statusCode()).as(to).isEqualTo(422);
      assertThat(answer.body()).contains("Write one e-mail address");
    }
    assertThat(copies.of(ana)).isEmpty();
    assertThat(web.post("/home/transcript/mail", "to", there, "what", "chosen").statusCode())
        .isEqualTo(422);
    assertThat(web.post("/home/transcript/mail", "to", there).statusCode()).isEqualTo(303);
    assertThat(copies.of(ana)).hasSize(1);
  }

  @Test
  void copies_follow_into_a_merged_account_and_back_again() {
    var kept = person("k" + mailbox);
    copies.send(ana, wish(there, Language.EN, false));
    new Mailbox(sink).newestTo(there);
    merges.merge(kept, ana);
    assertThat(copies.of(kept)).hasSize(1);
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(copies.of(ana)).hasSize(1);
    assertThat(following.json(ana).orElseThrow().toString()).contains(there);
  }

  @Test
  @DisplayName("T16: with the account the mailbox is forgotten, also in the outbox")
  void with_the_account_goes_every_word_of_the_mailbox() {
    copies.send(ana, wish(there, Language.EN, false));
    var id = copies.of(ana).getFirst().id();
    new Mailbox(sink).newestTo(there);
    Until.holds(() -> !recipients(id).isEmpty() && isSent(id));
    erasures.erase(ana);
    assertThat(recipients(id)).doesNotContain(there, mailbox);
    assertThat(copies.of(ana)).isEmpty();
  }

  private boolean isSent(UUID id) {
    return db.sql("select count(*) from outbox_letter where ref = :id and state = 'waiting'")
            .param("id", id)
            .query(Long.class)
            .single()
        == 0;
  }

  private List<String> recipients(UUID id) {
    return db.sql("select recipient from outbox_letter where ref = :id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  private static Copies.Wish wish(String to, Language language, boolean withAddress) {
    return new Copies.Wish(EmailAddress.of(to), language, withAddress, null);
  }

  private PersonId person(String address) {
    return accounts.createConfirmed("Ana Núñez", EmailAddress.of(address), PASSWORD, Language.EN);
  }
}
