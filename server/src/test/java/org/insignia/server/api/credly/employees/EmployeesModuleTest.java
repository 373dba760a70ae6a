package org.insignia.server.api.credly.employees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.credly.testing.CredlyClient.Answer;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class EmployeesModuleTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Accounts accounts;
  @Autowired Achievements achievements;
  @Autowired Erasures erasures;
  @Autowired List<Portable> portables;
  @Autowired MailSink sink;
  @Autowired JdbcClient db;

  private Organisation academy;
  private CredlyClient client;

  @BeforeEach
  void found() {
    academy = badges.academy();
    client = client(academy, EnumSet.allOf(Scope.class));
  }

  private CredlyClient client(Organisation organisation, EnumSet<Scope> scopes) {
    return new CredlyClient(
        settings, organisation, CredlyClient.basic(tokens.of(organisation, scopes) + ":"));
  }

  private static String mailbox() {
    return "e" + UUID.randomUUID() + "@example.org";
  }

  private Answer add(String email, String... more) {
    Map<String, Object> wish = new HashMap<>(Map.of("email", email));
    for (int i = 0; i < more.length; i += 2) {
      wish.put(more[i], more[i + 1]);
    }
    return client.json("POST", "/employees", wish);
  }

  private String added(String email, String... more) {
    var answer = add(email, more);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("data.id");
  }

  private String issued(String email, UUID template) {
    var answer =
        client.json(
            "POST",
            "/badges",
            Map.of(
                "recipient_email", email,
                "badge_template_id", template,
                "issued_at", "2020-04-01 09:41:00 -0500",
                "issued_to_first_name", "Ada",
                "issued_to_last_name", "Byron"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("data.id");
  }

  private List<String> listed(String query) {
    var answer = client.get("/employees" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return ((List<?>) answer.at("data"))
        .stream().map(e -> String.valueOf(((Map<?, ?>) e).get("first_name"))).toList();
  }

  @Test
  void an_employee_is_made_with_every_member_read_changed_and_deleted() {
    var email = mailbox();
    var made =
        add(
            email,
            "first_name",
            "Ada",
            "last_name",
            "Byron",
            "team",
            "Engines",
            "external_id",
            "X-1",
            "organization_level1",
            "R&D",
            "shoe_size",
            "38");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(((Map<?, ?>) made.at("data")).keySet().stream().map(Object::toString))
        .containsExactlyInAnyOrder(
            "id",
            "email",
            "created_at",
            "employee_state",
            "employee_state_updated_at",
            "last_invitation_sent_at",
            "first_name",
            "last_name",
            "full_name",
            "photo_url",
            "team",
            "external_id",
            "position_title",
            "manager_first_name",
            "manager_last_name",
            "manager_external_id",
            "location",
            "country",
            "zip_code",
            "state_or_province",
            "department",
            "job_family",
            "organization_level_1",
            "organization_level_2",
            "organization_level_3");
    assertThat(made.text("data.email")).isEqualTo(email);
    assertThat(made.text("data.full_name")).isEqualTo("Ada Byron");
    assertThat(made.text("data.employee_state")).isEqualTo("created");
    assertThat(made.text("data.organization_level_1")).isEqualTo("R&D");
    assertThat(made.at("data.department")).isNull();

    var at = "/employees/" + made.text("data.id");
    assertThat(client.get(at).at("data")).isEqualTo(made.at("data"));
    var change = new HashMap<String, Object>(Map.of("department", "Mills"));
    change.put("team", null);
    var changed = client.json("PUT", at, change);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.text("data.department")).isEqualTo("Mills");
    assertThat(changed.at("data.team")).isNull();
    assertThat(changed.text("data.external_id")).isEqualTo("X-1");
    assertThat(client.get(at).at("data")).isEqualTo(changed.at("data"));

    assertThat(client.json("DELETE", at, Map.of()).status()).isEqualTo(204);
    assertThat(client.get(at).status()).isEqualTo(404);
    assertThat(
            db.sql("select action from audit_line where subject = ? order by id")
                .param("employee:" + made.text("data.id"))
                .query(String.class)
                .list())
        .containsExactly("employees.add", "employees.change", "employees.remove");
  }

  @Test
  void what_cannot_be_is_refused_with_a_sentence() {
    assertThat(client.get("").at("data.has_employees")).isEqualTo(false);
    var email = mailbox();
    added(email);
    assertThat(client.get("").at("data.has_employees")).isEqualTo(true);
    var again = add(email.toUpperCase(java.util.Locale.ROOT));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text("data.message"))
        .isEqualTo("Validation failed: Email has already been taken");
    assertThat(add("nobody").text("data.message")).isEqualTo("Validation failed: Email is invalid");
    assertThat(add("").text("data.message")).isEqualTo("Validation failed: Email can't be blank");
    var other = added(mailbox());
    var taken = client.json("PUT", "/employees/" + other, Map.of("email", email));
    assertThat(taken.status()).isEqualTo(422);
    var longName = add(mailbox(), "first_name", "x".repeat(201));
    assertThat(longName.status()).isEqualTo(422);
    assertThat(longName.text("data.message")).startsWith("Validation failed: First name is too");
    var list = client.json("POST", "/employees/send_invitations", Map.of("list_type", "shoes"));
    assertThat(list.status()).isEqualTo(422);
  }

  @Test
  void lists_are_narrowed_ordered_and_paged() {
    added(mailbox(), "first_name", "Ada", "last_name", "Byron", "team", "Red");
    var bo = mailbox();
    added(bo, "first_name", "Bo", "last_name", "Zimmer", "team", "Blue");
    added(mailbox(), "first_name", "Cy", "last_name", "Adams", "team", "red");
    assertThat(listed("")).containsExactly("Ada", "Bo", "Cy");
    assertThat(listed("?sort=last_name")).containsExactly("Cy", "Ada", "Bo");
    assertThat(listed("?sort=-first_name")).containsExactly("Cy", "Bo", "Ada");
    assertThat(listed("?filter=team::RED")).containsExactly("Ada", "Cy");
    assertThat(listed("?filter%5Bname_or_email%5D=bo%20zim")).containsExactly("Bo");
    assertThat(listed("?filter=name_or_email::" + bo)).containsExactly("Bo");
    assertThat(listed("?filter=name_or_email::%25")).isEmpty();
    assertThat(listed("?filter=employee_state::created,pending")).hasSize(3);
    assertThat(listed("?filter=employee_state::accepted")).isEmpty();
    assertThat(listed("?filter=employee_state::tired")).isEmpty();
    var second = client.get("/employees?per=2&page=2");
    assertThat(second.text("data.0.first_name")).isEqualTo("Cy");
    assertThat(second.at("metadata.total_count")).isEqualTo(3);
    assertThat(second.at("metadata.next_page_url")).isNull();
  }

  @Test
  void badges_of_an_employee_are_found_by_all_their_mailboxes_and_by_level() {
    var email = mailbox();
    var id = added(email, "first_name", "Ada");
    added(mailbox(), "first_name", "Bo");
    var template = achievements.of(academy.id(), "certification.cloud").orElseThrow().id().value();
    assertThat(listed("?filter=badge_level::Advanced")).isEmpty();
    var level = client.json("PUT", "/badge_templates/" + template, Map.of("level", "Advanced"));
    assertThat(level.status()).as(level.body()).isEqualTo(200);
    var first = issued(email, template);
    var data = client.get("/employees/" + id + "/data");
    assertThat(data.at("metadata.total_count")).isEqualTo(1);
    assertThat(data.at("data.0")).isEqualTo(client.get("/badges/" + first).at("data"));
    assertThat(listed("?filter=badge_level::Advanced")).containsExactly("Ada");

    var other = mailbox();
    var exam = achievements.of(academy.id(), "exam.a").orElseThrow().id().value();
    var second = issued(other, exam);
    var person =
        accounts.createConfirmed(
            "Ada Byron", EmailAddress.of(email), "violet otter lantern", Language.EN);
    db.sql(
            """
            insert into address (id, person_id, value, key, main, added_at, verified_at)
            values (:id, :person, :value, :value, false, now(), now())
            """)
        .param("id", UUID.randomUUID())
        .param("person", person.value())
        .param("value", other)
        .update();
    var both = client.get("/employees/" + id + "/data");
    assertThat(both.at("metadata.total_count")).isEqualTo(2);
    assertThat(both.text("data.0.id")).isEqualTo(second);
    assertThat(listed("?filter=badge_level::Foundational")).isEmpty();
    var people = client(academy, EnumSet.of(Scope.PEOPLE_READ));
    assertThat(people.get("/employees/" + id).status()).isEqualTo(200);
    assertThat(people.get("/employees/" + id + "/data").status()).isEqualTo(403);
  }

  @Test
  void another_organisation_and_tokens_without_the_scope_find_nothing() {
    var id = added(mailbox());
    var theirs = client(badges.academy(), EnumSet.allOf(Scope.class));
    assertThat(theirs.get("/employees/" + id).status()).isEqualTo(404);
    assertThat(theirs.get("/employees/" + id + "/data").status()).isEqualTo(404);
    assertThat(theirs.json("PUT", "/employees/" + id, Map.of("team", "x")).status()).isEqualTo(404);
    assertThat(theirs.json("DELETE", "/employees/" + id, Map.of()).status()).isEqualTo(404);
    var sent =
        theirs.json("POST", "/employees/send_invitations", Map.of("employee_list", List.of(id)));
    assertThat(sent.at("data")).isEqualTo(List.of());
    assertThat(
            new CredlyClient(settings, academy, theirs.authorization()).get("/employees").status())
        .isEqualTo(404);
    var reading = client(academy, EnumSet.of(Scope.PEOPLE_READ));
    assertThat(reading.json("DELETE", "/employees/" + id, Map.of()).status()).isEqualTo(403);
    assertThat(client(academy, EnumSet.of(Scope.BADGES_READ)).get("/employees").status())
        .isEqualTo(403);
  }

  @Test
  void who_is_invited_decides_by_the_link_and_may_think_again() throws Exception {
    var email = mailbox();
    var id = added(email, "external_id", "X-7");
    added(mailbox(), "external_id", "X-8");
    var call = Map.of("employee_list", List.of("X-7"), "list_type", "external_id");
    var sent = client.json("POST", "/employees/send_invitations", call);
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    assertThat((List<?>) sent.at("data")).hasSize(1);
    assertThat(sent.text("data.0.id")).isEqualTo(id);
    assertThat(sent.text("data.0.employee_state")).isEqualTo("pending");
    assertThat(sent.at("data.0.last_invitation_sent_at")).isNotNull();
    var twice = client.json("POST", "/employees/send_invitations", call);
    assertThat(twice.at("data")).isEqualTo(List.of());

    var mail = new Mailbox(sink).newestTo(email);
    assertThat(mail.subject()).contains(academy.name());
    var link = Pattern.compile("http://localhost:\\d+/employment/\\S+").matcher(mail.text());
    assertThat(link.find()).as(mail.text()).isTrue();
    var person = new Stranger(link.group());
    assertThat(person.look().body()).contains(email);
    assertThat(client.get("/employees/" + id).text("data.employee_state")).isEqualTo("pending");
    assertThat(person.decide("accept", "").statusCode()).isEqualTo(403);
    person.press("accept");
    assertThat(client.get("/employees/" + id).text("data.employee_state")).isEqualTo("accepted");
    assertThat(listed("?filter=employee_state::accepted")).hasSize(1);
    person.press("reject");
    assertThat(client.get("/employees/" + id).text("data.employee_state")).isEqualTo("rejected");
    var moved = client.json("PUT", "/employees/" + id, Map.of("email", mailbox()));
    assertThat(moved.text("data.employee_state")).isEqualTo("created");
    assertThat(moved.at("data.last_invitation_sent_at")).isNull();
    assertThat(person.look().statusCode()).isEqualTo(404);
  }

  @Test
  void what_was_said_of_somebody_is_taken_away_by_them_and_goes_with_their_account() {
    var email = mailbox();
    var id = added(email, "department", "Mills");
    var person =
        accounts.createConfirmed(
            "Ada Byron", EmailAddress.of(email), "violet otter lantern", Language.EN);
    var file =
        portables.stream()
            .filter(p -> p.file().equals("employments.json"))
            .findFirst()
            .orElseThrow();
    assertThat(file.json(person).orElseThrow().toString()).contains(email, "Mills", academy.name());
    erasures.erase(person);
    assertThat(client.get("/employees/" + id).status()).isEqualTo(404);
  }

  /** Somebody without an account who follows a link. */
  private static final class Stranger {
    private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private final HttpClient http =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String link;

    Stranger(String link) {
      this.link = link;
    }

    HttpResponse<String> look() throws IOException, InterruptedException {
      return http.send(
          HttpRequest.newBuilder(URI.create(link)).header("Accept", "text/html").build(),
          BodyHandlers.ofString());
    }

    void press(String button) throws IOException, InterruptedException {
      var field = FIELD.matcher(look().body());
      assertThat(field.find()).isTrue();
      assertThat(decide(button, "_csrf=" + field.group(1)).statusCode()).isEqualTo(303);
    }

    HttpResponse<String> decide(String button, String form)
        throws IOException, InterruptedException {
      return http.send(
          HttpRequest.newBuilder(URI.create(link + "/" + button))
              .header("Accept", "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
