package org.insignia.server.support.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class RequestsModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Requests requests;
  @Autowired RequestStore store;
  @Autowired MessageStore messages;
  @Autowired RequestFollowing following;
  @Autowired Accounts accounts;
  @Autowired AccountMerges accountMerges;
  @Autowired Erasures erasures;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired MailSink sink;
  @Autowired Settings settings;
  @Autowired Texts texts;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private Organisation organisation;
  private PersonId ana;

  @BeforeEach
  void an_organisation_and_somebody_who_asks() {
    var house = at("house").value();
    organisation = organisations.create("test", "q" + UUID.randomUUID(), "Northwind", null, house);
    ana = person("ana", Language.EN);
  }

  private EmailAddress at(String name) {
    return EmailAddress.of(name + "." + tag + "@example.org");
  }

  private PersonId person(String name, Language language) {
    return accounts.createConfirmed("Ana Silva", at(name), PASSWORD, language);
  }

  private Web signedIn(String name) {
    return Web.signedIn(settings, at(name).value(), PASSWORD);
  }

  private Web staff(Role role) {
    var name = role.name().toLowerCase(java.util.Locale.ROOT);
    members.grant("test", person(name, Language.EN).value(), organisation.id(), role);
    return signedIn(name);
  }

  private UUID asked() {
    var wish = new Wish(Topic.ACCOUNT, "A question", "Where is it?", "");
    assertThat(requests.ask(Ids.next(), ana, organisation, wish)).isEmpty();
    return store.of(ana).getFirst().id();
  }

  private String mailTo(String name, String words) {
    return new Mailbox(sink)
        .await(
            m -> m.to().equals(at(name).value()) && m.text().contains(words), words + " to " + name)
        .text();
  }

  @Test
  void a_request_goes_to_the_organisation_and_the_answer_comes_back() {
    var answer =
        signedIn("ana")
            .post(
                "/help/contact",
                "org",
                organisation.slug(),
                "topic",
                "ACCOUNT",
                "subject",
                "My name",
                "words",
                "It is misspelt.");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(mailTo("house", "It is misspelt.")).contains("/console/" + organisation.slug());
    var request = store.of(ana).getFirst();
    var path = "/console/" + organisation.slug() + "/requests/" + request.id();
    var issuer = staff(Role.ISSUER);
    assertThat(issuer.get("/console/" + organisation.slug() + "/requests").body())
        .contains("My name");
    assertThat(issuer.get(path).body()).contains("It is misspelt.", at("ana").value());
    assertThat(issuer.post(path + "/answer", "words", "Ask for a correction.").statusCode())
        .isEqualTo(303);
    mailTo("ana", "Ask for a correction.");
    assertThat(store.find(request.id()).orElseThrow().state()).isEqualTo(Request.State.ANSWERED);
    var mine = signedIn("ana");
    var thread = "/help/requests/" + request.id();
    assertThat(mine.get(thread).body()).contains("Ask for a correction.").contains("Northwind");
    assertThat(mine.post(thread + "/reply", "words", "Thank you").statusCode()).isEqualTo(303);
    mailTo("issuer", "Thank you");
    assertThat(store.find(request.id()).orElseThrow().state()).isEqualTo(Request.State.OPEN);
    issuer.post(path + "/close");
    assertThat(store.find(request.id()).orElseThrow().state()).isEqualTo(Request.State.CLOSED);
    issuer.post(path + "/reopen");
    assertThat(store.find(request.id()).orElseThrow().state()).isEqualTo(Request.State.OPEN);
    issuer.post(path + "/assign");
    assertThat(store.find(request.id()).orElseThrow().assignee()).isNull();
  }

  @Test
  void nobody_else_sees_a_request() {
    var id = asked();
    person("eve", Language.EN);
    var eve = signedIn("eve");
    assertThat(eve.get("/help/requests/" + id).statusCode()).isEqualTo(404);
    assertThat(eve.post("/help/requests/" + id + "/reply", "words", "x").statusCode())
        .isEqualTo(404);
    assertThat(eve.get("/console/" + organisation.slug() + "/requests").statusCode())
        .isEqualTo(404);
    assertThat(eve.get("/console/requests").statusCode()).isEqualTo(404);
    assertThat(
            staff(Role.VIEWER)
                .get("/console/" + organisation.slug() + "/requests/" + id)
                .statusCode())
        .isEqualTo(403);
    var other = organisations.create("test", "o" + UUID.randomUUID(), "Other", null, null);
    members.grant(
        "test", accounts.ownerOf(at("eve")).orElseThrow().value(), other.id(), Role.OWNER);
    assertThat(eve.get("/console/" + other.slug() + "/requests/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void a_guest_is_asked_first_and_reads_the_answer_by_the_link() {
    var guest = new Requests.Guest("Rui", at("rui"), Language.PT_BR);
    requests.ask(guest, organisation, new Wish(Topic.OTHER, "Dúvida", "Onde está?", ""));
    assertThat(store.queue(organisation.id(), Request.State.OPEN, 0, 10)).isEmpty();
    var letter = mailTo("rui", texts.text(Language.PT_BR, "requests.mail.confirm.button"));
    assertThat(letter).doesNotContain("Onde está?");
    var link = link(letter);
    var rui = Web.stranger(settings);
    assertThat(rui.get(link).body()).contains("Onde está?");
    assertThat(store.queue(organisation.id(), Request.State.OPEN, 0, 10)).isEmpty();
    var request = store.queue(organisation.id(), Request.State.UNCONFIRMED, 0, 10).getFirst();
    requests.confirm(request.id());
    mailTo("house", "Onde está?");
    requests.answer(request.id(), ana, "person:" + ana, "Aqui.");
    var second = link(mailTo("rui", "Aqui."));
    assertThat(second).isNotEqualTo(link);
    assertThat(rui.get(second).body()).contains("Aqui.").contains("Northwind");
    var later = person("rui", Language.PT_BR);
    assertThat(store.of(later)).extracting(Request::id).containsExactly(request.id());
  }

  private static String link(String text) {
    var form = Pattern.compile("/help/request/[A-Za-z0-9_-]{43}").matcher(text);
    assertThat(form.find()).isTrue();
    return form.group();
  }

  @Test
  void what_nobody_confirmed_is_swept_away() {
    var guest = new Requests.Guest("Rui", at("gone"), Language.EN);
    requests.ask(guest, organisation, new Wish(Topic.OTHER, "Hello", "Hello", ""));
    var later = Instant.now().plus(3, ChronoUnit.DAYS);
    Until.holds(() -> { // what its letter is just being written for is left to the next round
      requests.piece(later);
      return store.queue(organisation.id(), Request.State.UNCONFIRMED, 0, 10).isEmpty();
    });
  }

  @Test
  void a_form_comes_back_with_what_was_typed() {
    var page =
        signedIn("ana")
            .post(
                "/help/contact", "org", organisation.slug(), "subject", "", "words", "kept words");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("kept words");
    var guest = Web.stranger(settings).get("/help/contact");
    assertThat(guest.statusCode()).isEqualTo(200);
  }

  @Test
  void too_many_requests_have_to_wait() {
    for (int i = 0; i < 5; i++) {
      asked();
    }
    assertThat(
            requests.ask(Ids.next(), ana, organisation, new Wish(Topic.OTHER, "More", "More", "")))
        .isPresent();
  }

  @Test
  void requests_follow_their_person_and_stand_in_the_export() {
    var id = asked();
    assertThat(following.of(ana).getFirst().count()).isEqualTo(1);
    assertThat(following.json(ana).orElseThrow().toString()).contains("Where is it?");
    var kept = person("kept", Language.EN);
    accountMerges.merge(kept, ana);
    assertThat(store.of(kept)).extracting(Request::id).containsExactly(id);
    accountMerges.undo(accountMerges.latest(1).getFirst().id(), "test");
    assertThat(store.of(ana)).extracting(Request::id).containsExactly(id);
    erasures.erase(ana);
    assertThat(store.find(id)).isEmpty();
    assertThat(messages.of(id)).isEmpty();
  }
}
