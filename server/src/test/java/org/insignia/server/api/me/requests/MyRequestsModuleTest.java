package org.insignia.server.api.me.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
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
class MyRequestsModuleTest {
  private static final String ME = "/rest/v1/me/";
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Accounts accounts;
  @Autowired Addresses addresses;

  private final EmailAddress address = EmailAddress.of("mq" + UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private PersonId ana;
  private Program program;
  private Program stranger;
  private String at;

  @BeforeEach
  void a_person_with_a_badge_allows_a_program() {
    academy = badges.academy();
    ana = accounts.createConfirmed("Ana Ruiz", address, PASSWORD, Language.EN);
    program = acting(address, "me:requests me:write");
    var other = EmailAddress.of("mo" + UUID.randomUUID() + "@example.org");
    accounts.createConfirmed("Bo", other, PASSWORD, Language.EN);
    stranger = acting(other, "me:requests");
    var issued =
        new Program(settings, tokens.of(academy))
            .post(
                "/rest/v1/badges",
                "{\"achievement\":\"nw-100\",\"recipient\":{\"email\":\"%s\",\"name\":\"Ana Nunes\"}}"
                    .formatted(address.value()));
    at = ME + "badges/" + issued.at("id");
    Until.holds(() -> missing().body().contains("\"waiting\""));
  }

  private Program acting(EmailAddress mailbox, String scopes) {
    var web = Web.signedIn(settings, mailbox.value(), PASSWORD);
    return new Program(settings, TestProgram.registered(settings).access(web, scopes));
  }

  private Program.Answer missing() {
    return program.get(ME + "missing?organisation=" + academy.slug() + "&what=exam.a");
  }

  private static int status(Program by, String method, String path) {
    return by.send(method, path, null).status();
  }

  @Test
  void a_correction_is_asked_for_seen_and_taken_back() {
    var wish = at + "/correction";
    assertThat(program.get(wish).status()).isEqualTo(404);
    program.post(at + "/accept", "{}");
    assertThat(program.get(wish).at("name")).isEqualTo("Ana Nunes");
    assertThat(program.get(wish).at("wish")).isEqualTo("null");
    assertThat(program.post(wish, "{\"name\":\"Ana Nunes\"}").at("errors/0/pointer"))
        .isEqualTo("#/name");
    var hostile = "{\"name\":7,\"note\":\"%s\",\"everywhere\":\"yes\",\"state\":\"approved\"}";
    assertThat(program.post(wish, hostile.formatted("x".repeat(1001))).body())
        .contains("\"#/name\"", "\"#/note\"", "\"#/everywhere\"", "\"#/state\"");
    for (var name : List.of("Ana\\u202eN", "Ana\\u0007", "x".repeat(201), " ")) {
      assertThat(program.post(wish, "{\"name\":\"" + name + "\"}").status()).isEqualTo(422);
    }
    var asked = program.post(wish, "{\"name\":\"Ana Núñez\",\"note\":\"As in my passport.\"}");
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    assertThat(asked.at("wish/state")).isEqualTo("open");
    assertThat(program.post(wish, "{\"name\":\"Ana N.\"}").status()).isEqualTo(409);
    assertThat(stranger.get(wish).status()).isEqualTo(404);
    assertThat(stranger.post(wish, "{\"name\":\"Bo\"}").status()).isEqualTo(404);
    assertThat(status(stranger, "DELETE", wish)).isEqualTo(404);
    assertThat(program.get(wish).at("wish/name")).isEqualTo("Ana Núñez");
    assertThat(status(program, "DELETE", wish)).isEqualTo(204);
    assertThat(status(program, "DELETE", wish)).isEqualTo(404);
    assertThat(program.get(wish).at("wish")).isEqualTo("null");
  }

  @Test
  void what_is_wrong_on_the_way_of_a_badge_is_told_with_what_mends_it() {
    assertThat(status(program, "POST", at + "/reject")).isEqualTo(200);
    var walk = missing();
    assertThat(walk.body())
        .contains("\"code\":\"rejected\"", "\"call\":\"POST " + at + "/take-back\"");
    assertThat(walk.at("clear")).isEqualTo("false");
    assertThat(status(program, "POST", at + "/invitation")).isEqualTo(409);
    assertThat(status(program, "POST", at + "/take-back")).isEqualTo(200);
    assertThat(missing().body())
        .contains("\"call\":\"POST " + at + "/accept\"", "\"call\":\"POST " + at + "/invitation\"");
    assertThat(status(stranger, "POST", at + "/invitation")).isEqualTo(404);
    assertThat(status(program, "POST", at + "/invitation")).isEqualTo(204);
    program.post(at + "/accept", "{}");
    assertThat(missing().body()).contains("\"call\":\"POST " + at + "/visibility\"");
    assertThat(stranger.get(ME + "missing?organisation=" + academy.slug() + "&what=exam.a").body())
        .doesNotContain(at, "Ana", address.value());

    var house = ME + "missing?organisation=" + academy.slug();
    assertThat(program.get(house + "&what=exam.a&language=pt-BR").at("missing")).isNotBlank();
    assertThat(program.get(house + "&what=exam.a&language=xx").status()).isEqualTo(422);
    var choices = program.get(ME + "missing/choices?organisation=" + academy.slug());
    assertThat(choices.at("exams/0/uid")).as(choices.body()).startsWith("exam.");
    assertThat(program.get(ME + "missing?what=exam.a").status()).isEqualTo(422);
    assertThat(program.get(house).status()).isEqualTo(422);
    assertThat(program.get(house + "&what=exam.none").status()).isEqualTo(404);
    assertThat(program.get(house + "&what=" + "x".repeat(201)).status()).isEqualTo(422);
    assertThat(program.get(ME + "missing?organisation=nobody&what=exam.a").status()).isEqualTo(404);
  }

  @Test
  void the_letter_that_confirms_an_address_is_sent_again_to_its_owner() {
    addresses.add(ana, EmailAddress.of("mb" + UUID.randomUUID() + "@example.org"));
    var own = addresses.of(ana);
    var waiting = ME + "addresses/" + own.getLast().id() + "/letter";
    assertThat(status(program, "POST", waiting)).isEqualTo(204);
    assertThat(status(stranger, "POST", waiting)).isEqualTo(404);
    assertThat(status(program, "POST", ME + "addresses/" + own.getFirst().id() + "/letter"))
        .isEqualTo(409);
    for (int i = 0; i < 6; i++) {
      status(program, "POST", waiting);
    }
    assertThat(status(program, "POST", waiting)).isEqualTo(429);
  }

  @Test
  void support_is_asked_for_read_answered_and_closed() {
    var all = ME + "requests";
    var wish =
        """
        {"organisation":"%s","topic":"missing-badge","subject":"My badge","words":"Where\\r\\nis it?","about":"exam.b"}
        """;
    var key = UUID.randomUUID().toString();
    var asked = program.post(all, wish.formatted(academy.slug()), "Idempotency-Key", key);
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    assertThat(program.post(all, wish.formatted(academy.slug()), "Idempotency-Key", key).body())
        .isEqualTo(asked.body());
    assertThat(asked.at("organisation/slug")).isEqualTo(academy.slug());
    assertThat(asked.at("messages/0/words")).isEqualTo("Where\nis it?");
    assertThat(asked.at("findings/0/title")).isNotBlank();
    var second = program.post(all, "{\"subject\":\"Hello\",\"words\":\"A question.\"}");
    assertThat(second.at("organisation")).as(second.body()).isEqualTo("null");

    var first = program.get(all + "?limit=1");
    assertThat(first.at("items/0/id")).isEqualTo(second.at("id"));
    assertThat(program.get(first.at("next")).at("items/0/id")).isEqualTo(asked.at("id"));
    assertThat(program.get(all + "?after=x").status()).isEqualTo(422);

    var one = all + "/" + asked.at("id");
    assertThat(program.send("POST", one + "/close", null).at("state")).isEqualTo("closed");
    var reply = program.post(one + "/reply", "{\"words\":\"It came.\"}");
    assertThat(reply.at("messages/1/by")).as(reply.body()).isEqualTo("asker");
    assertThat(reply.at("state")).isEqualTo("open");
    for (var wrong :
        List.of("{}", "{\"words\":\"\\u0007\"}", "{\"words\":\"A\",\"by\":\"staff\"}")) {
      assertThat(program.post(one + "/reply", wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(stranger.get(one).status()).isEqualTo(404);
    assertThat(stranger.post(one + "/reply", "{\"words\":\"Mine\"}").status()).isEqualTo(404);
    assertThat(status(stranger, "POST", one + "/close")).isEqualTo(404);
    assertThat(stranger.get(all).at("items/0/id")).isEmpty();
  }

  @Test
  void what_cannot_be_asked_is_told_at_once() {
    var wrong =
        """
        {"organisation":"nobody","topic":"love","subject":"%s","words":"","about":5,"state":"closed"}
        """;
    assertThat(program.post(ME + "requests", wrong.formatted("x".repeat(241))).body())
        .contains(
            "\"#/organisation\"", "\"#/topic\"", "\"#/subject\"", "\"#/words\"", "\"#/about\"")
        .contains("\"#/state\"");
    var unknown = "{\"organisation\":\"%s\",\"subject\":\"%s\",\"words\":\"B\",\"about\":\"none\"}";
    assertThat(
            program
                .post(ME + "requests", unknown.formatted(academy.slug(), "x".repeat(121)))
                .body())
        .contains("\"#/subject\"", "\"#/about\"");
    var reading = acting(address, "me:read me:account");
    for (var path : List.of("requests", "missing", "missing/choices")) {
      assertThat(reading.get(ME + path).status()).as(path).isEqualTo(403);
    }
    assertThat(status(reading, "POST", at + "/invitation")).isEqualTo(403);
  }
}
