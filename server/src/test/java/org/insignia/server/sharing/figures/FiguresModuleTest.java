package org.insignia.server.sharing.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.counts.Kind;
import org.insignia.server.verification.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to badges is counted by day, once, however often a day is counted. */
@ServerTest
class FiguresModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Figures figures;
  @Autowired FigureStore store;
  @Autowired FigureCount counting;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Verification verification;
  @Autowired Settings settings;
  @Autowired TestTokens tokens;
  @Autowired JdbcClient db;
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  private CredentialId issued(EmailAddress to) {
    var id = badges.issue(academy, "exam.a", to, "Ana Silva", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  private static EmailAddress address() {
    return EmailAddress.of(UUID.randomUUID() + "@example.org");
  }

  private Map<Kind, Long> counted() {
    return figures.of(academy.id(), LocalDate.of(2020, 1, 1)).stream()
        .collect(Collectors.groupingBy(Figure::kind, Collectors.summingLong(Figure::count)));
  }

  private LocalDate dayOf(CredentialId id) {
    return LocalDate.ofInstant(
        Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16), java.time.ZoneOffset.UTC);
  }

  @Test
  void issued_accepted_viewed_shared_and_verified_are_counted_by_day() {
    var ana = address();
    var held = issued(ana);
    var waiting = issued(address());
    var person = accounts.createConfirmed("Ana Silva", ana, PASSWORD, Language.EN);
    claims.accept(person, held, Claim.Visibility.PUBLIC);
    verification.verifyFor(credentials.document(held).orElseThrow());
    Until.holds(() ->
        db.sql("select count(*) from reach where credential_id = :id and kind = 'VERIFY'")
                .param("id", held.value())
                .query(Long.class)
                .single()
            == 1);
    reach(held, "VIEW", 5);
    reach(held, "LINKEDIN", 2);
    reach(held, "LINK", 1);
    reach(waiting, "EMBED", 4);

    // Midnight may pass while this runs: the days of all that happened are counted, each twice.
    for (var day = dayOf(held).minusDays(1); !day.isAfter(figures.today()); day = day.plusDays(1)) {
      figures.count(day);
      figures.count(day);
    }
    assertThat(counted())
        .isEqualTo(
            Map.of(
                Kind.ISSUED, 2L,
                Kind.ACCEPTED, 1L,
                Kind.VIEWED, 5L,
                Kind.SHARED, 3L,
                Kind.EMBEDDED, 4L,
                Kind.VERIFIED, 1L));
    assertThat(page("/analytics").body()).contains("Networks").contains("<rect ");
    assertThat(page("/analytics/figures.csv").body())
        .contains("\"Day\",\"Badge\",\"Issued\"")
        .contains("Networks\",\"2\",\"1\",\"5\",\"3\",\"4\",\"1\"");
    assertThat(page("/analytics?badge=" + UUID.randomUUID()).body())
        .contains("Nothing happened in this time");
  }

  @Test
  void countries_are_told_where_ten_at_least_came_from_and_the_rest_together() {
    var held = issued(address());
    reach(held, "VIEW", 40);
    reach(held, "LINK", 12);
    country(held, "VIEWED", "UY", 20);
    country(held, "VIEWED", "PT", 9);
    country(held, "SHARED", "UY", 9);
    country(held, "SHARED", "PT", 2);
    figures.count(dayOf(held));
    var page = page("/analytics").body();
    assertThat(page).contains("Uruguay", "under 10", "Elsewhere, or not known");
    assertThat(page).doesNotContain("Portugal");
    assertThat(page("/analytics/countries.csv").body())
        .contains("\"Code\",\"Country\",\"Accepted\",\"Viewed\"")
        .contains("\"UY\",\"Uruguay\",\"<10\",\"20\",\"<10\"")
        .contains("\"\",\"Elsewhere, or not known\",\"0\",\"20\",\"12\"");
    assertThat(page("/analytics?badge=" + UUID.randomUUID()).body()).doesNotContain("Uruguay");
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ANALYTICS_READ)));
    var told = reader.get("/rest/v1/analytics/countries?period=quarter");
    assertThat(told.body())
        .contains("{\"country\":\"UY\",\"counts\":{\"viewed\":20}}")
        .contains("{\"country\":null,\"counts\":{\"shared\":12,\"viewed\":20}}");
    assertThat(reader.get("/rest/v1/analytics/countries?achievement=" + UUID.randomUUID()).body())
        .doesNotContain("UY");
    assertThat(reader.get("/rest/v1/analytics/countries?period=day").status()).isEqualTo(422);
  }

  private void country(CredentialId id, String kind, String country, int count) {
    db.sql(
            """
            insert into reach_country (organisation_id, day, achievement_id, kind, country, count)
            select organisation_id, cast(:day as date), achievement_id, :kind, :country, :count from credential where id = :id
            """)
        .param("id", id.value())
        .param("day", dayOf(id).toString())
        .param("kind", kind)
        .param("country", country)
        .param("count", count)
        .update();
  }

  private void reach(CredentialId id, String kind, int count) {
    db.sql(
            """
            insert into reach (credential_id, day, kind, organisation_id, achievement_id, count)
            select id, cast(:day as date), :kind, organisation_id, achievement_id, :count from credential where id = :id
            """)
        .param("id", id.value())
        .param("day", dayOf(id).toString())
        .param("kind", kind)
        .param("count", count)
        .update();
  }

  private java.net.http.HttpResponse<String> page(String path) {
    var address = address();
    var staff = accounts.createConfirmed("Robin Oduya", address, PASSWORD, Language.EN);
    members.grant("test", staff.value(), academy.id(), Role.VIEWER);
    return Web.signedIn(settings, address.value(), PASSWORD)
        .get("/console/" + academy.slug() + path);
  }

  @Test
  void days_that_are_over_are_counted_one_after_the_other() {
    var id = issued(address());
    store.setUntil(dayOf(id).minusDays(2));
    var inThreeDays = dayOf(id).plusDays(3).atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
    int pieces = 0;
    while (counting.piece(inThreeDays)) {
      pieces++;
    }
    assertThat(pieces).isGreaterThanOrEqualTo(3);
    assertThat(store.until().orElseThrow()).isAfterOrEqualTo(dayOf(id));
    assertThat(counted()).containsEntry(Kind.ISSUED, 1L);
    store.setUntil(dayOf(id).minusDays(1)); // the present day is counted on, for others
  }
}
