package org.insignia.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A machine follows every link from an organisation's page and the directory on. */
@ServerTest
@DisplayName("security-and-reliability T14")
class CrawlTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
  private static final int MOST = 400;

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Claims claims;
  @Autowired TestBadges badges;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private Organisation academy;
  private Web machine;

  @BeforeEach
  void found() {
    academy = badges.academy();
    machine = Web.stranger(settings);
  }

  private record Somebody(PersonId id, String name, String path, CredentialId badge) {}

  private Somebody somebody(String called, Profile.Visibility visibility, boolean listed) {
    var name = called + " " + mark;
    var address = EmailAddress.of(called + "-" + mark + "@example.org");
    var id = badges.issue(academy, address, name, Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    var person = accounts.createConfirmed(name, address, "violet otter lantern", Language.EN);
    claims.accept(person, id, Visibility.PUBLIC);
    profiles.show(person, visibility, listed);
    return new Somebody(person, name, "/users/" + accounts.person(person).vanity(), id);
  }

  @Test
  void a_machine_finds_those_who_want_to_be_found_and_nobody_elses_name_and_no_address() {
    var listed = somebody("listed", Profile.Visibility.PUBLIC, true);
    var quiet = somebody("quiet", Profile.Visibility.PUBLIC, false);
    var hidden = somebody("hidden", Profile.Visibility.PRIVATE, false);
    var pages =
        crawl(
            "/org/" + academy.slug(),
            "/directory?organisation=" + academy.slug(),
            "/directory?what=people&q=" + mark);
    assertThat(pages).containsKeys(listed.path(), "/badges/" + listed.badge().value());
    assertThat(pages)
        .doesNotContainKeys(
            quiet.path(),
            hidden.path(),
            "/badges/" + quiet.badge().value(),
            "/badges/" + hidden.badge().value());
    pages.forEach((path, body) ->
        assertThat(body)
            .as(path)
            .doesNotContainIgnoringCase("quiet " + mark)
            .doesNotContainIgnoringCase("hidden " + mark)
            .doesNotContainIgnoringCase("-" + mark + "@example.org"));
  }

  @Test
  void nobody_is_found_by_an_address_anywhere() {
    somebody("listed", Profile.Visibility.PUBLIC, true);
    var address = "listed-" + mark + "@example.org";
    for (var question :
        new String[] {
          "/directory?what=people&q=" + address,
          "/directory?q=" + address,
          "/org?q=" + address,
          "/org/" + academy.slug() + "?q=" + address,
          "/users/" + address,
          "/users/" + address + ".json",
          "/api/v1/users/" + address + "/external_badges/open_badges/public"
        }) {
      var answer = machine.get(question.replace("@", "%40"));
      assertThat(answer.statusCode()).as(question).isLessThan(500);
      assertThat(answer.body())
          .as(question)
          .doesNotContain("listed " + mark + "</", "\"listed " + mark + "\"");
    }
  }

  @Test
  void search_engines_are_led_to_nobody_who_did_not_ask_for_it() {
    var listed = somebody("listed", Profile.Visibility.PUBLIC, true);
    var quiet = somebody("quiet", Profile.Visibility.PUBLIC, false);
    var noindex = "<meta name=\"robots\" content=\"noindex\">";
    assertThat(machine.get(listed.path()).body()).doesNotContain(noindex);
    assertThat(machine.get("/badges/" + listed.badge().value()).body()).doesNotContain(noindex);
    assertThat(machine.get(quiet.path()).body()).contains(noindex);
    assertThat(machine.get("/badges/" + quiet.badge().value()).body()).contains(noindex);
  }

  /** Every page and document that links lead to, without leaving this organisation. */
  private Map<String, String> crawl(String... from) {
    var pages = new LinkedHashMap<String, String>();
    Deque<String> open = new ArrayDeque<>(java.util.List.of(from));
    while (!open.isEmpty() && pages.size() < MOST) {
      var path = open.poll();
      if (pages.containsKey(path)) {
        continue;
      }
      var answer = machine.get(path);
      pages.put(path, answer.statusCode() == 200 ? answer.body() : "");
      var found = LINK.matcher(answer.body());
      while (found.find()) {
        var link = found.group(1).replace("&amp;", "&");
        if (isOurs(link) && !pages.containsKey(link)) {
          open.add(link);
        }
      }
    }
    assertThat(pages).as("the whole of it was seen").hasSizeLessThan(MOST);
    return pages;
  }

  /** Other tests' organisations are not looked at, nor the same page in every language. */
  private boolean isOurs(String link) {
    return !link.contains("lang=")
        && (link.startsWith("/org/" + academy.slug())
            || link.startsWith("/badges/")
            || link.startsWith("/users/")
            || link.startsWith("/collections/")
            || link.startsWith("/directory") && link.contains(academy.slug()));
  }
}
