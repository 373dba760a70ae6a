package org.insignia.server.api.credly.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.erasure.Erasures;
import org.insignia.server.accounts.profile.Profile.Visibility;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.credly.testing.CredlyClient.Answer;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CredlyDirectoryModuleTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired Erasures erasures;

  private Organisation academy;
  private CredlyClient anybody;

  private record Holder(PersonId person, List<CredentialId> badges) {}

  @BeforeEach
  void found() {
    academy = badges.academy();
    anybody = new CredlyClient(settings, academy, "");
  }

  private Holder listed(String name, String headline, String... uids) {
    var address = EmailAddress.of("d" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed(name, address, "violet otter lantern", Language.EN);
    var held = new ArrayList<CredentialId>();
    for (var uid : uids) {
      held.add(badges.issue(academy, uid, address, name, Language.EN));
    }
    for (var badge : held) {
      Until.holds(() -> claims.of(badge).isPresent());
      claims.accept(person, badge, Claim.Visibility.PUBLIC);
    }
    var vanity = accounts.person(person).vanity();
    assertThat(
            profiles.change(
                person, new Profiles.Wish(name, vanity, Language.EN, headline, List.of())))
        .isEmpty();
    profiles.show(person, Visibility.PUBLIC, true);
    return new Holder(person, held);
  }

  private Answer asked(String rest) {
    var answer =
        anybody.send(
            "GET", "/api/v1/directory?organization_id=" + academy.id().value() + rest, "", "");
    assertThat(answer.status()).as(rest + ": " + answer.body()).isEqualTo(200);
    return answer;
  }

  private List<Object> names(String rest) {
    return ((List<?>) asked(rest).at("data"))
        .stream().<Object>map(person -> ((Map<?, ?>) person).get("name")).toList();
  }

  @Test
  void people_are_listed_as_programs_that_count_them_by_country_read_it() {
    var ana = listed("Ana María Núñez", "Networks, in New Zealand", "exam.a", "exam.b");
    listed("Ben Okri", "From Oman, at sea", "exam.a");
    listed("carla Zeal", "Woman of networks", "exam.a");
    var whole = asked("&sort=alphabetical&page=1&format=json");
    assertThat(whole.text("data.0.id")).isEqualTo(ana.person().value().toString());
    assertThat(whole.text("data.0.first_name")).isEqualTo("Ana María");
    assertThat(whole.text("data.0.middle_name")).isEmpty();
    assertThat(whole.text("data.0.last_name")).isEqualTo("Núñez");
    assertThat(whole.at("data.0.badge_count")).isEqualTo(2);
    assertThat(whole.text("data.0.url"))
        .isEqualTo("/users/" + accounts.person(ana.person()).vanity());
    assertThat(whole.at("metadata.per")).isEqualTo(50);
    assertThat(whole.at("metadata.total_count")).isEqualTo(3);
    var headers = whole.whole().headers();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("max-age=30");
    assertThat(
            anybody
                .send("GET", "/users/" + whole.text("data.0.id") + "/badges.json", "", "")
                .at("metadata.total_count"))
        .isEqualTo(2);

    var all = List.<Object>of("Ana María Núñez", "Ben Okri", "carla Zeal");
    assertThat(names("")).isEqualTo(all);
    assertThat(names("&sort=-alphabetical")).isEqualTo(all.reversed());
    assertThat(names("&sort=-total_badge_count&per=50&page=1")).isEqualTo(all);
    assertThat(names("&sort=total_badge_count"))
        .containsExactly("Ben Okri", "carla Zeal", "Ana María Núñez");
    assertThat(names("&filter%5Blocation_name%5D=New%20Zealand"))
        .containsExactly("Ana María Núñez");
    assertThat(names("&filter=location_name::oman")).containsExactly("Ben Okri");
    assertThat(names("&filter%5Blocation_name%5D=Brazil")).isEmpty();

    var second = asked("&per=2&page=2");
    assertThat(second.at("metadata.total_pages")).isEqualTo(2);
    assertThat(second.text("data.0.name")).isEqualTo("carla Zeal");
    assertThat(second.at("metadata.next_page_url")).isNull();
    var before = second.text("metadata.previous_page_url");
    var first =
        anybody.send("GET", before.substring(settings.baseUrl().toString().length()), "", "");
    assertThat(first.at("metadata.count")).isEqualTo(2);
    var behind = asked("&page=7");
    assertThat(behind.at("data")).isEqualTo(List.of());
    assertThat(behind.at("metadata.total_count")).isEqualTo(3);
  }

  @Test
  void who_hides_is_not_there_and_what_is_hidden_does_not_count() {
    var ana = listed("Ana", "", "exam.a", "exam.b", "certification.cloud");
    var hidden = listed("Hidden", "", "exam.a");
    var unlisted = listed("Unlisted", "", "exam.a");
    var erased = listed("Erased", "", "exam.a");
    var quiet = listed("Quiet", "", "exam.a");
    var revoked = listed("Revoked", "", "exam.a");
    listed("Without", "");
    assertThat(names("")).hasSize(6);
    var elsewhere = badges.academy();
    assertThat(
            anybody
                .send("GET", "/api/v1/directory?organization_id=" + elsewhere.slug(), "", "")
                .at("metadata.total_count"))
        .isEqualTo(0);

    profiles.show(hidden.person(), Visibility.PRIVATE, true);
    assertThat(names("")).doesNotContain("Hidden").hasSize(5);
    profiles.show(unlisted.person(), Visibility.PUBLIC, false);
    assertThat(names("")).doesNotContain("Unlisted").hasSize(4);
    erasures.erase(erased.person());
    assertThat(names("")).doesNotContain("Erased").hasSize(3);
    claims.show(quiet.person(), quiet.badges().getFirst(), Claim.Visibility.PRIVATE);
    assertThat(names("")).doesNotContain("Quiet").hasSize(2);
    credentials.revoke("test", revoked.badges().getFirst(), "wrong");
    assertThat(names("")).containsExactly("Ana");
    claims.show(ana.person(), ana.badges().getFirst(), Claim.Visibility.PRIVATE);
    credentials.revoke("test", ana.badges().getLast(), "wrong");
    var left = asked("");
    assertThat(left.at("data.0.badge_count")).isEqualTo(1);
    assertThat(left.at("metadata.total_count")).isEqualTo(1);
    assertThat(left.body()).doesNotContain("@example.org");
  }

  @Test
  void odd_questions_get_an_answer() {
    listed("Ana", "Near (a) 100% \\m river", "exam.a");
    for (var odd :
        List.of(
            "&page=0",
            "&page=-3",
            "&page=x&per=x",
            "&per=0",
            "&page=99999999",
            "&sort=nothing%7C-",
            "&sort=-nothing,alphabetical",
            "&filter%5Bnothing%5D=1",
            "&filter%5Blocation_name%5D=",
            "&filter=")) {
      assertThat(names(odd)).as(odd).containsExactly("Ana");
    }
    for (var none :
        List.of(
            "&page=1000000&per=100",
            "&filter%5Blocation_name%5D=%25",
            "&filter%5Blocation_name%5D='%20or%20''%3D'",
            "&filter%5Blocation_name%5D=%26%7C!()%3A*",
            "&filter%5Blocation_name%5D=" + "%F0%9F%8C%8D".repeat(120))) {
      assertThat(names(none)).as(none).isEmpty();
    }
    Map<String, Integer> refused =
        Map.of(
            "",
            422,
            "?organization_id=",
            422,
            "?organization_id=" + UUID.randomUUID(),
            404,
            "?organization_id=no-such-academy",
            404,
            "?organization_id=%00'",
            404,
            "?organization_id=" + academy.slug() + "&filter%5Blocation_name%5D=a%00",
            400);
    refused.forEach((query, status) -> {
      var answer = refusedBy(query);
      assertThat(answer.status()).as(query + answer.body()).isEqualTo(status);
      assertThat(answer.text("data.message")).as(query).isNotBlank();
    });
    assertThat(anybody.send("POST", "/api/v1/directory", "application/json", "{}").status())
        .isEqualTo(405);
    for (var path : List.of("/v1/directory", "/api/v1/directory/", "/api/v1/directory.json")) {
      var answer = anybody.send("GET", path + "?organization_id=" + academy.slug(), "", "");
      assertThat(answer.at("metadata.total_count")).as(path).isEqualTo(1);
    }
  }

  private Answer refusedBy(String query) {
    return anybody.send("GET", "/api/v1/directory" + query, "", "");
  }
}
