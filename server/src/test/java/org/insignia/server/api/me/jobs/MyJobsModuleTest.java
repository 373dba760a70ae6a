package org.insignia.server.api.me.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.testing.Program;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.insights.index.Indexing;
import org.insignia.server.insights.market.Switches;
import org.insignia.server.insights.posting.InventedMarket;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
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
class MyJobsModuleTest {
  private static final String ME = "/rest/v1/me/";
  private static final String KEPT = ME + "job-searches";
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired InventedMarket market;
  @Autowired Indexing indexing;
  @Autowired Switches switches;
  @Autowired Clock clock;

  private final String mark =
      "Mark" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
  private CredentialId badge;
  private List<PostingId> postings;
  private Program program;
  private String insights;

  @BeforeEach
  void a_person_with_a_badge_allows_a_program() {
    var address = EmailAddress.of("mj" + UUID.randomUUID() + "@example.org");
    var ana = person(address);
    badge = badges.issue(badges.academy(), address, "Ana", Language.EN);
    Until.holds(() -> claims.of(badge).isPresent());
    claims.accept(ana, badge, Claim.Visibility.PRIVATE);
    program = acting(address, "me:jobs");
    insights = ME + "badges/" + badge.value() + "/insights";
    postings = open(42);
  }

  private List<PostingId> open(int count) {
    var tags = List.of("Cloud Computing", "Terraform", "Azure");
    var ids = market.open(mark, count, clock.instant(), tags);
    indexing.catchUp();
    return ids;
  }

  private PersonId person(EmailAddress address) {
    return accounts.createConfirmed("Ana Ruiz", address, PASSWORD, Language.EN);
  }

  private Program acting(EmailAddress mailbox, String scopes) {
    var web = Web.signedIn(settings, mailbox.value(), PASSWORD);
    return new Program(settings, TestProgram.registered(settings).access(web, scopes));
  }

  private Program stranger(String scopes) {
    var address = EmailAddress.of("mo" + UUID.randomUUID() + "@example.org");
    person(address);
    return acting(address, scopes);
  }

  private String total(String address) {
    return program.get(address).header("X-Total-Count");
  }

  @Test
  void each_figure_of_a_badge_leads_to_the_postings_that_it_counts() {
    var outlook = program.get(insights + "?top=3");
    assertThat(outlook.at("skills/0/id")).as(outlook.body()).isEqualTo("cloud");
    assertThat(Integer.parseInt(outlook.at("openings"))).isGreaterThanOrEqualTo(21);
    assertThat(total(outlook.at("jobs"))).isEqualTo(outlook.at("openings"));
    for (var facet : List.of("employers", "titles", "places", "alsoAsked")) {
      var bar = facet + "/0/";
      assertThat(total(outlook.at(bar + "jobs"))).as(facet).isEqualTo(outlook.at(bar + "count"));
      assertThat(outlook.at(facet + "/3/count")).isEmpty();
    }
    assertThat(Integer.parseInt(outlook.at("pay/0/n"))).isGreaterThanOrEqualTo(10);
    assertThat(outlook.at("pay/0/percentiles/p50")).isNotEmpty();
    assertThat(total(outlook.at("pay/0/bands/1/jobs")))
        .isEqualTo(outlook.at("pay/0/bands/1/count"));
    assertThat(outlook.at("trend/weeks/25/count")).isNotEmpty();
    assertThat(outlook.at("sources/0/name")).isNotEmpty();
    var one = program.get(outlook.at("skills/0/insights"));
    assertThat(one.at("skill")).isEqualTo("cloud");
    assertThat(total(one.at("jobs"))).isEqualTo(one.at("openings"));
    var german = program.get(insights + "?country=DE&remote=true&seniority=senior&since=90");
    assertThat(total(german.at("jobs"))).isEqualTo(german.at("openings"));
    assertThat(german.at("official")).isEqualTo("[]");
  }

  @Test
  void an_issuer_that_wants_none_shown_has_none_shown() {
    var issued = credentials.find(badge).orElseThrow();
    switches.choose("test", issued.organisation(), issued.achievement(), true);
    var outlook = program.get(insights);
    assertThat(outlook.at("off")).isEqualTo("true");
    assertThat(outlook.at("skills")).isEqualTo("[]");
    assertThat(outlook.at("openings")).isEqualTo("0");
    assertThat(program.get(insights + "/cloud").status()).isEqualTo(404);
  }

  @Test
  void pages_hold_each_posting_once_whatever_comes_in_meanwhile() {
    var all = ids(program.get(ME + "jobs?limit=100&q=" + mark));
    var page = program.get(ME + "jobs?limit=10&q=" + mark);
    assertThat(page.header("X-Total-Count")).isEqualTo(Integer.toString(all.size()));
    var seen = new ArrayList<>(ids(page));
    market.open(mark, URI.create("https://jobs.example/newest"));
    indexing.catchUp();
    while (!page.at("next").equals("null")) {
      page = program.get(page.at("next"));
      seen.addAll(ids(page));
    }
    assertThat(seen).isEqualTo(all);
    assertThat(program.get(ME + "jobs?limit=1&q=" + mark).at("items/0/id")).isNotIn(all);
    for (var narrow :
        List.of(
            "skill=kubernetes", "country=US&badge=" + badge.value(), "country=DE&city=Berlin")) {
      assertThat(Integer.parseInt(total(ME + "jobs?place=" + mark + "&" + narrow)))
          .as(narrow)
          .isBetween(1, all.size() - 1);
    }
  }

  private static List<String> ids(Program.Answer page) {
    var ids = new ArrayList<String>();
    for (int i = 0; !page.at("items/" + i + "/id").isEmpty(); i++) {
      ids.add(page.at("items/" + i + "/id"));
    }
    return ids;
  }

  @Test
  void a_posting_says_where_one_applies_as_long_as_it_is_open_and_honest() {
    var at = ME + "jobs/" + postings.getFirst().value();
    var open = program.get(at);
    assertThat(open.at("detail/applyAt")).as(open.body()).startsWith("https://jobs.example/");
    assertThat(open.at("detail/applyHost")).isEqualTo("jobs.example");
    assertThat(open.at("detail/source/attribution")).contains(mark);
    assertThat(open.at("detail/description")).contains("clouds running");
    market.close(List.of(postings.getFirst()));
    assertThat(program.get(at).at("detail/applyAt")).isEqualTo("null");
    var odd = market.open(mark, URI.create("https://good.example@evil.example/"));
    var told = program.get(ME + "jobs/" + odd.value());
    assertThat(told.at("detail/applyAt")).isEqualTo("null");
    assertThat(program.get(ME + "jobs/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(program.get(ME + "jobs/skills").body()).contains("\"id\":\"azure\"");
  }

  @Test
  void a_search_is_kept_its_mails_switched_and_it_is_dropped() {
    var key = UUID.randomUUID().toString();
    var wish = "{\"name\":\"Mine\",\"q\":\"" + mark + "\",\"skills\":[\"azure\"],\"since\":\"7\"}";
    var kept = program.post(KEPT, wish, "Idempotency-Key", key);
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    assertThat(program.post(KEPT, wish, "Idempotency-Key", key).body()).isEqualTo(kept.body());
    assertThat(kept.at("mails")).isEqualTo("true");
    assertThat(kept.at("openings")).isNotEqualTo("0").isEqualTo(total(kept.at("jobs")));
    assertThat(kept.at("filters/since")).isEmpty();
    var at = KEPT + "/" + kept.at("id");
    assertThat(program.send("PATCH", at, "{\"mails\":false}").at("mails")).isEqualTo("false");
    for (var wrong : List.of("{}", "{\"mails\":null}", "{\"mails\":\"no\"}", "{\"name\":\"x\"}")) {
      assertThat(program.send("PATCH", at, wrong).status()).as(wrong).isEqualTo(422);
    }
    var other = stranger("me:jobs");
    assertThat(other.get(at).status()).isEqualTo(404);
    assertThat(other.send("PATCH", at, "{\"mails\":true}").status()).isEqualTo(404);
    assertThat(other.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(program.get(KEPT).at("items/0/mails")).isEqualTo("false");

    var ofBadge = program.post(KEPT, "{\"badge\":\"" + badge.value() + "\"}");
    assertThat(ofBadge.at("skills/0")).isEqualTo("cloud");
    assertThat(other.post(KEPT, "{\"badge\":\"" + badge.value() + "\"}").status()).isEqualTo(404);
    for (int i = 2; i < 20; i++) {
      assertThat(program.post(KEPT, "{}").status()).isEqualTo(201);
    }
    assertThat(program.post(KEPT, "{}").status()).isEqualTo(409);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.get(at).status()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_understood_is_told_with_its_name() {
    for (var query :
        List.of(
            "country=Germany",
            "country=XX",
            "seniority=boss",
            "since=5",
            "remote=maybe",
            "city=a%07b",
            "region=" + "x".repeat(121),
            "place=a&place=b")) {
      var name = query.substring(0, query.indexOf('='));
      for (var path : List.of(insights, ME + "jobs")) {
        var told = program.get(path + "?" + query);
        assertThat(told.status()).as(query).isEqualTo(422);
        assertThat(told.at("errors/0/parameter")).isEqualTo(name);
      }
    }
    for (var query :
        List.of(
            "skill=none", "also=none", "pay=1", "pay=EUR-9-1", "badge=x", "after=x", "limit=0")) {
      assertThat(program.get(ME + "jobs?" + query).status()).as(query).isEqualTo(422);
    }
    for (var top : List.of("0", "51", "x", "1e1")) {
      assertThat(program.get(insights + "?top=" + top).status()).as(top).isEqualTo(422);
    }
    var wrong =
        """
        {"name":"a\\u0007","skills":["none",5],"country":"xx","since":7,"remote":"yes","pay":"all","person":"x"}
        """;
    assertThat(program.post(KEPT, wrong).body())
        .contains("\"#/name\"", "\"#/skills\"", "\"#/skills/1\"", "\"#/country\"", "\"#/since\"")
        .contains("\"#/remote\"", "\"#/pay\"", "\"#/person\"");
    assertThat(program.get(ME + "jobs?q=%00").status()).isEqualTo(422);
  }

  @Test
  void insights_are_of_ones_own_badges_and_for_programs_that_may() {
    var other = stranger("me:jobs");
    assertThat(other.get(insights).status()).isEqualTo(404);
    assertThat(other.get(insights + "/cloud").status()).isEqualTo(404);
    assertThat(other.get(ME + "jobs?badge=" + badge.value()).status()).isEqualTo(404);
    var reading = stranger("me:read me:requests");
    for (var path : List.of(insights, ME + "jobs", ME + "jobs/skills", KEPT)) {
      assertThat(reading.get(path).status()).as(path).isEqualTo(403);
    }
  }
}
