package org.insignia.server.insights.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.insights.index.Indexing;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.PayRange;
import org.insignia.server.insights.posting.InventedMarket;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class SavedSearchesModuleTest {
  private static final Place ANYWHERE = new Place("", "", "");

  @Autowired private SavedSearches searches;
  @Autowired private Alerting alerting;
  @Autowired private AlertLetter letter;
  @Autowired private AlertStops stops;
  @Autowired private Accounts accounts;
  @Autowired private AccountMerges merges;
  @Autowired private InventedMarket market;
  @Autowired private Indexing indexing;
  @Autowired private JdbcClient db;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;

  private final String mark = "Mark" + UUID.randomUUID().toString().replace("-", "").substring(16);
  private PersonId ana = new PersonId(new UUID(0, 0));

  @BeforeEach
  void somebody() {
    ana = person("ana");
  }

  private PersonId person(String name) {
    return accounts.createConfirmed(
        name,
        EmailAddress.of(name + UUID.randomUUID() + "@example.org"),
        "violet otter lantern",
        Language.ES);
  }

  private SavedSearch keep(PersonId person) {
    return searches.keep(
        person, "Nube", new JobQuery(Set.of(), "", mark, ANYWHERE, false, null, null, "", ""));
  }

  /** As the sweep does it, a day later each time, until it has come by this person's searches. */
  private void aDayPasses(int days) {
    var now = clock.instant().plus(Duration.ofDays(days));
    transaction.executeWithoutResult(status -> {
      while (alerting.piece(now)) {}
    });
  }

  private List<UUID> letters(SavedSearch kept) {
    return db.sql("select id from job_alert where search_id = :id order by seen_until")
        .param("id", kept.id())
        .query(UUID.class)
        .list();
  }

  @Test
  void new_postings_are_told_once_and_in_the_reader_s_language() {
    var kept = keep(ana);
    aDayPasses(1);
    assertThat(letters(kept)).isEmpty();
    market.open(mark, 12, clock.instant(), List.of("Azure"));
    indexing.catchUp();
    aDayPasses(3);
    aDayPasses(5);
    var alert = letters(kept);
    assertThat(alert).hasSize(1);
    var mail = letter.write(alert.getFirst()).orElseThrow();
    assertThat(mail.subject()).contains("Nube").contains("12");
    assertThat(mail.text()).contains(mark).contains("/jobs/stop/").contains("/home/jobs/");
  }

  @Test
  void the_link_in_the_mail_ends_the_mails_of_that_search_alone() throws Exception {
    var kept = keep(ana);
    var other = keep(ana);
    var link = stops.link(kept.id());
    var token = SecretToken.parse(link.getPath().replace("/jobs/stop/", "")).orElseThrow();
    assertThat(oneClick(link)).isEqualTo(200); // RFC 8058 forbids to send the mail program on
    assertThat(searches.kept(ana)).extracting(SavedSearch::mails).containsExactly(false, true);
    market.open(mark, 3, clock.instant(), List.of("Azure"));
    indexing.catchUp();
    aDayPasses(2);
    assertThat(letters(kept)).isEmpty();
    assertThat(letters(other)).hasSize(1);
    stops.set(stops.search(token).orElseThrow(), true);
    assertThat(searches.kept(ana)).allMatch(SavedSearch::mails);
  }

  private static int oneClick(URI link) throws Exception {
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      var post =
          HttpRequest.newBuilder(link)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
              .build();
      return http.send(post, BodyHandlers.ofString()).statusCode();
    }
  }

  @Test
  void a_search_is_kept_with_all_that_narrows_it_but_its_days() {
    var whole =
        new JobQuery(
                Set.of("azure", "sql"),
                "python",
                "w".repeat(362),
                new Place("DE", "", "Berlin"),
                true,
                Seniority.SENIOR,
                LocalDate.EPOCH,
                "acme",
                "cloud engineer")
            .paid(new PayRange("EUR", 50_000, Long.MAX_VALUE));
    searches.keep(ana, "All", whole);
    assertThat(searches.kept(ana)).extracting(SavedSearch::query).containsExactly(whole.ofAnyDay());
    assertThat(whole.ofAnyDay().since()).isNull();
  }

  @Test
  void nobody_touches_somebody_else_s_searches() {
    var kept = keep(ana);
    var bob = person("bob");
    assertThatThrownBy(() -> searches.drop(bob, kept.id())).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> searches.mails(bob, kept.id(), false))
        .isInstanceOf(Problem.NotFound.class);
    searches.drop(ana, kept.id());
    assertThat(searches.kept(ana)).isEmpty();
  }

  @Test
  void there_is_an_end_to_keeping() {
    for (int i = 0; i < SavedSearches.MOST; i++) {
      keep(ana);
    }
    assertThatThrownBy(() -> keep(ana)).isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void searches_follow_a_merge_and_go_back() {
    var bob = person("bob");
    var kept = keep(ana);
    var theirs = keep(bob);
    assertThat(searches.of(bob)).containsExactly(new Stake.Line("jobs.saved.stake", 1));
    assertThat(searches.json(bob)).isPresent();
    merges.merge(ana, bob);
    assertThat(searches.kept(ana))
        .extracting(SavedSearch::id)
        .containsExactly(kept.id(), theirs.id());
    assertThat(searches.json(bob)).isEmpty();
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(searches.kept(ana)).extracting(SavedSearch::id).containsExactly(kept.id());
    assertThat(searches.kept(bob)).extracting(SavedSearch::id).containsExactly(theirs.id());
  }
}
