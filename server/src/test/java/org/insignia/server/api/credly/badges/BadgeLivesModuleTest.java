package org.insignia.server.api.credly.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.credly.testing.CredlyClient.Answer;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BadgeLivesModuleTest extends IssuingProgram {
  @Autowired Claims claims;

  @Test
  void lists_are_narrowed_sorted_and_paged() {
    var ada = mailbox();
    var bo = mailbox();
    var first = issued(ada);
    var second =
        issue(
                wish(
                    bo,
                    "issued_to_first_name",
                    "Bo",
                    "issued_at",
                    "2021-01-01",
                    "issuer_earner_id",
                    "B-1",
                    "expires_at",
                    "2031-01-01"))
            .text("data.id");
    var third =
        issue(wish(ada, "badge_template_id", other, "issued_at", "2022-01-01")).text("data.id");
    client.json("PUT", "/badges/" + third + "/revoke", Map.of("reason", "wrong"));
    Map<String, List<String>> expected = new HashMap<>();
    expected.put("", List.of(third, second, first));
    expected.put("?sort=issued_at", List.of(first, second, third));
    expected.put("?sort=-issued_at|created_at", List.of(third, second, first));
    expected.put("?sort=nonsense", List.of(third, second, first));
    expected.put("?filter=state::pending&sort=created_at", List.of(first, second));
    expected.put("?filter[state]=revoked", List.of(third));
    expected.put("?filter=state::accepted,revoked", List.of(third));
    expected.put("?filter=state::accepted", List.of());
    expected.put("?filter[recipient_email]=" + ada, List.of(third, first));
    expected.put(
        "?filter=recipient_email_all::" + ada + "|badge_template_id::" + other, List.of(third));
    expected.put("?filter=badge_template_id::" + template, List.of(second, first));
    expected.put("?filter=badge_template_id::nonsense", List.of());
    expected.put("?filter=issuer_earner_id::B-1", List.of(second));
    expected.put("?filter=query::bo%20b", List.of(second));
    expected.put("?filter=query::%25", List.of());
    expected.put(
        "?filter[expires_at_date_min]=2030-12-31&filter[expires_at_date_max]=2031-01-01",
        List.of(second));
    expected.put("?filter=issued_at_min::2021-01-01|issued_at_max::2021-12-31", List.of(second));
    expected.put("?filter=public::false&sort=created_at", List.of(first, second, third));
    expected.put("?filter=public::true", List.of());
    expected.put("?filter=user_id::" + UUID.randomUUID(), List.of());
    expected.put("?per=1&page=2", List.of(second));
    expected.put("?page=nonsense", List.of(third, second, first));
    expected.forEach((query, ids) ->
        assertThat(ids(client.get("/badges" + encoded(query)))).as(query).isEqualTo(ids));

    var badges = "/v1/organizations/" + academy.id().value() + "/badges?sort=issued_at";
    assertThat(
            ids(
                client.send(
                    "GET",
                    badges,
                    "application/x-www-form-urlencoded",
                    "filter[issued_at_date_max]=01/01/2021&per=7")))
        .containsExactly(first, second);

    var page = client.get("/badges?per=2");
    assertThat(page.at("metadata.total_pages")).isEqualTo(2);
    var next = page.text("metadata.next_page_url");
    assertThat(next).startsWith(settings.baseUrl() + "/v1/organizations/").contains("?");
    assertThat(
            ids(
                client.send(
                    "GET",
                    next.substring(settings.baseUrl().toString().length()) + "&sort=created_at",
                    "",
                    "")))
        .hasSize(1);
    assertThat(client.get("/badges?filter=issued_at_min::soon").status()).isEqualTo(400);

    var long1 =
        client.get(
            "/high_volume_issued_badge_search?badge_format=minimal&per=2&filter=state::pending");
    assertThat(ids(long1)).containsExactly(second, first);
    assertThat((Map<?, ?>) long1.at("metadata")).hasSize(1);
    assertThat((Map<?, ?>) long1.at("data.0.badge_template")).hasSize(2);
    assertThat(long1.body()).doesNotContain("\"evidence\"");
    var rest = client.get("/high_volume_issued_badge_search?cursor=" + first);
    assertThat(ids(rest)).isEmpty();
    assertThat(rest.at("metadata.next_page_url")).isNull();
    assertThat(client.get("/high_volume_issued_badge_search?cursor=x").status()).isEqualTo(400);
  }

  /** As our HTTP client must have it; what comes raw is tried in another test. */
  private static String encoded(String query) {
    return query.replace("|", "%7C").replace("[", "%5B").replace("]", "%5D");
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return ((List<?>) answer.at("data"))
        .stream().map(b -> String.valueOf(((Map<?, ?>) b).get("id"))).toList();
  }

  @Test
  void a_badge_is_replaced_and_the_live_one_is_named_to_who_tries_again() {
    var email = mailbox();
    var old =
        issue(wish(email, "issuer_earner_id", "R-1", "country_name", "Italy")).text("data.id");
    var replaced =
        client.json(
            "POST",
            "/badges/" + old + "/replace/",
            Map.of(
                "badge_template_id",
                other,
                "issued_at",
                "2023-02-03",
                "notification_message",
                "You passed more"));
    assertThat(replaced.status()).as(replaced.body()).isEqualTo(201);
    var fresh = replaced.text("data.id");
    assertThat(replaced.at("data.replaces_badge_id")).isEqualTo(old);
    assertThat(replaced.text("data.badge_template.id")).isEqualTo(other);
    assertThat(replaced.text("data.issued_to")).isEqualTo("Ada Byron");
    assertThat(replaced.text("data.country")).isEqualTo("Italy");
    assertThat(replaced.text("data.issuer_earner_id")).isEqualTo("R-1");
    assertThat(client.get("/badges/" + old).at("data.replacement_badge_id")).isEqualTo(fresh);

    var same =
        client.json(
            "POST",
            "/badges/" + fresh + "/replace",
            Map.of(
                "badge_template_id",
                other,
                "issued_at",
                "2023-03-03",
                "issued_to_last_name",
                "Lovelace"));
    assertThat(same.status()).as(same.body()).isEqualTo(201);
    assertThat(same.text("data.issued_to")).isEqualTo("Ada Lovelace");

    var again =
        client.json(
            "POST",
            "/badges/" + old + "/replace",
            Map.of("badge_template_id", other, "issued_at", "2023-02-03"));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text("data.message"))
        .contains(
            "Validation failed: This badge cannot be replaced because it has already been replaced.");
    assertThat(again.at("metadata.current_badge_id")).isEqualTo(same.at("data.id"));
    assertThat(client.json("PUT", "/badges/" + old + "/revoke", Map.of("reason", "x")).status())
        .isEqualTo(422);
    assertThat(issue(wish(email)).status()).isEqualTo(201);
  }

  @Test
  void a_badge_is_revoked_and_may_be_given_again_and_is_erased() {
    var email = mailbox();
    var id = issued(email);
    var revoked =
        client.json("PUT", "/badges/" + id + "/revoke", Map.of("reason", "Issued by mistake"));
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.text("data.state")).isEqualTo("revoked");
    assertThat(revoked.text("data.revocation_reason")).isEqualTo("Issued by mistake");
    assertThat(client.json("PUT", "/badges/" + id + "/revoke", Map.of()).status()).isEqualTo(200);
    var next = issued(email);
    assertThat(client.json("POST", "/badges/" + id + "/replace", wish(email)).status())
        .isEqualTo(422);

    assertThat(client.json("DELETE", "/badges/" + next, Map.of()).status()).isEqualTo(204);
    assertThat(client.get("/badges/" + next).status()).isEqualTo(404);
    assertThat(ids(client.get("/badges"))).containsExactly(id);
    assertThat(client.get("/badges").at("metadata.total_count")).isEqualTo(1);
    assertThat(
            db.sql("select count(*) from credly_badge where credential_id = ?::uuid")
                .param(next)
                .query(Long.class)
                .single())
        .isZero();
    var writing =
        client.with(CredlyClient.basic(tokens.of(academy, EnumSet.of(Scope.BADGES_WRITE))));
    assertThat(writing.json("DELETE", "/badges/" + id, Map.of()).status()).isEqualTo(403);
  }

  @Test
  void a_list_is_issued_whole_or_not_at_all() {
    var one = mailbox();
    var done =
        client.json("POST", "/badges/batch", Map.of("badges", List.of(wish(one), wish(mailbox()))));
    assertThat(done.status()).as(done.body()).isEqualTo(201);
    assertThat(done.text("data.0.recipient_email")).isEqualTo(one);
    var refused =
        client.json("POST", "/badges/batch", Map.of("badges", List.of(wish(mailbox()), wish(one))));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("data.message")).contains("already has this badge");
    assertThat(client.get("/badges").at("metadata.total_count")).isEqualTo(2);
  }

  @Test
  void an_accepted_badge_names_its_user_and_its_page() {
    var email = mailbox();
    var id = issued(email);
    var person =
        accounts.createConfirmed(
            "Ada", EmailAddress.of(email), "violet otter lantern", Language.EN);
    var credential = new CredentialId(UUID.fromString(id));
    Until.holds(() -> claims.of(credential).isPresent());
    claims.accept(person, credential, Claim.Visibility.PUBLIC);
    var badge = client.get("/badges/" + id);
    assertThat(badge.text("data.state")).isEqualTo("accepted");
    assertThat(badge.at("data.public")).isEqualTo(true);
    assertThat(badge.text("data.badge_url")).isEqualTo(settings.url("/badges/" + id).toString());
    assertThat(badge.at("data.accept_badge_url")).isNull();
    assertThat(badge.text("data.user.id")).isEqualTo(person.value().toString());
    assertThat(badge.text("data.user.email")).isEqualTo(email);
    for (var filter :
        List.of(
            "state::accepted",
            "public::true",
            "user_id::" + person.value(),
            "updated_at_min::2026-01-01")) {
      assertThat(ids(client.get("/badges?filter=" + filter))).as(filter).containsExactly(id);
      assertThat(ids(client.get("/high_volume_issued_badge_search?filter=" + filter)))
          .containsExactly(id);
    }
    assertThat(ids(client.get("/badges?filter=public::false"))).isEmpty();
    var more = issue(wish("", "badge_template_id", other, "user_id", person.value().toString()));
    assertThat(more.status()).as(more.body()).isEqualTo(201);
    assertThat(more.text("data.recipient_email")).isEqualTo(email);
  }
}
