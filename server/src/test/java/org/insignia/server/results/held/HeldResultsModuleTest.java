package org.insignia.server.results.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.events.Event;
import org.insignia.server.api.events.EventFilter;
import org.insignia.server.api.events.EventType;
import org.insignia.server.api.events.Events;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.Standing;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Results that are held, looked at, released and dropped by staff; the badges follow. */
@ServerTest
class HeldResultsModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Intake intake;
  @Autowired HeldResults held;
  @Autowired Events events;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired Accounts accounts;
  @Autowired CatalogImports catalogue;
  @Autowired Credentials credentials;
  @Autowired Settings settings;
  @Autowired JdbcClient db;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private Organisation organisation;
  private String path;

  @BeforeEach
  void an_organisation_with_a_catalogue() {
    organisation = organisations.create("test", "h" + UUID.randomUUID(), "Held", null, null);
    catalogue.importFiles(organisation.id(), Rows.catalogue());
    path = "/console/" + organisation.slug() + "/results/held";
  }

  private EmailAddress at(int person) {
    return EmailAddress.of("h" + person + "." + tag + "@example.org");
  }

  private Web staff(Role role) {
    var address = EmailAddress.of(role + UUID.randomUUID().toString() + "@example.org");
    var person = accounts.createConfirmed("Sam", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), organisation.id(), role);
    return Web.signedIn(settings, address.value(), PASSWORD);
  }

  private void read(Rows rows) {
    var id = intake.accept(organisation.id(), "", "rows.csv", rows.stream());
    Until.holds(() -> intake.report(id).state() != IntakeReport.State.WAITING);
    assertThat(intake.report(id).refused()).isZero();
  }

  /** One row of the person of this number. */
  private Rows row(Rows rows, int person, String... changes) {
    var said =
        Stream.concat(
            Stream.of(
                "result_id",
                "R" + person,
                "candidate_id",
                "C" + person,
                "email",
                at(person).value()),
            Stream.of(changes));
    return rows.add(said.toArray(String[]::new));
  }

  private List<HeldResult> waiting() {
    return held.list(organisation.id(), new HeldWish(false, "", null), 100);
  }

  private List<Credential.State> badges(int person) {
    return credentials.forRecipients(List.of(at(person))).stream().map(Credential::state).toList();
  }

  private List<String> told() {
    return events.following(organisation.id(), EventFilter.ALL, 0, 100).stream()
        .map(Event::type)
        .filter(t -> t.topic() != EventType.Topic.ACHIEVEMENT)
        .map(t -> t.word())
        .toList();
  }

  @Test
  void one_is_released_with_a_reason_and_its_badge_is_issued() {
    read(row(new Rows(), 1, "status", "held"));
    var one = waiting().getFirst();
    assertThat(one.reasons()).extracting(r -> r.code()).containsExactly("held-by-provider");
    assertThat(badges(1)).isEmpty();

    var issuer = staff(Role.ISSUER);
    var page = issuer.get(path + "?result=" + one.id()).body();
    assertThat(page).contains("Ana Silva", "MO-100", "The provider holds this result.");
    var without = issuer.post(path + "/release", "result", one.id().toString(), "reason", " ");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Nothing was changed");
    assertThat(
            issuer.post(path + "/drop", "result", one.id().toString(), "reason", "x").statusCode())
        .isEqualTo(403);

    var released =
        issuer.post(path + "/release", "result", one.id().toString(), "reason", "told by phone");
    assertThat(released.statusCode()).isEqualTo(303);
    Until.holds(() -> badges(1).equals(List.of(Credential.State.ISSUED)));
    assertThat(waiting()).isEmpty();
    assertThat(told()).startsWith("result.held", "result.released").contains("badge.issued");
    assertThat(
            db.sql(
                    "select detail from audit_line where organisation_id = ? and action = 'results.release'")
                .param(organisation.id().value())
                .query(String.class)
                .list())
        .containsExactly("told by phone");

    read(row(new Rows(), 1, "status", "held"));
    assertThat(waiting()).as("the same row says nothing new").isEmpty();
    read(row(new Rows(), 1, "status", "held", "received_utc", "2026-03-05T00:00:00Z"));
    assertThat(waiting()).as("a newer row does").hasSize(1);
    Until.holds(() -> badges(1).equals(List.of(Credential.State.REVOKED)));
  }

  @Test
  void all_of_one_cause_are_decided_at_once_and_others_are_left() {
    var rows = new Rows();
    for (int i = 1; i <= 3; i++) {
      row(rows, i, "score", "650");
    }
    row(rows, 4, "status", "held");
    row(rows, 5, "grade", "", "score", "");
    read(rows);
    assertThat(held.causes(organisation.id(), new HeldWish(false, "", null)))
        .containsExactlyInAnyOrderEntriesOf(
            java.util.Map.of("pass-below-mark", 3L, "held-by-provider", 1L, "no-grade", 1L));

    var admin = staff(Role.ADMIN);
    var answer = admin.post(path + "/release", "cause", "pass-below-mark", "reason", "new mark");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(admin.get(Web.header(answer, "Location").replaceFirst("^https?://[^/]*", "")).body())
        .contains("3 results were released.");
    for (int i = 1; i <= 3; i++) {
      int person = i;
      Until.holds(() -> badges(person).equals(List.of(Credential.State.ISSUED)));
    }
    assertThat(badges(4)).isEmpty();
    assertThat(waiting()).hasSize(2);
    admin.post(path + "/release", "cause", "no-grade", "reason", "no");
    assertThat(waiting()).as("what has no grade cannot count").hasSize(2);
  }

  @Test
  void what_is_dropped_waits_no_more_and_can_be_released_after_all() {
    read(row(new Rows(), 1, "status", "held"));
    var one = waiting().getFirst();
    var admin = staff(Role.ADMIN);
    admin.post(path + "/drop", "result", one.id().toString(), "reason", "a test candidate");
    assertThat(waiting()).isEmpty();
    assertThat(held.find(organisation.id(), one.id()).orElseThrow().standing())
        .isEqualTo(Standing.DROPPED);
    assertThat(admin.get(path + "?dropped=true").body()).contains("Ana Silva");
    admin.post(path + "/drop", "result", one.id().toString(), "reason", "once more");
    admin.post(
        path + "/release",
        "result",
        one.id().toString(),
        "dropped",
        "true",
        "reason",
        "a person after all");
    Until.holds(() -> badges(1).equals(List.of(Credential.State.ISSUED)));
    assertThat(told().stream().filter(t -> t.startsWith("result.")))
        .containsExactly("result.held", "result.dropped", "result.released");

    read(row(new Rows(), 2, "status", "held"));
    var other = waiting().getFirst().id().toString();
    admin.post(path + "/drop", "result", other, "reason", "no");
    read(row(new Rows(), 2, "status", "released", "received_utc", "2026-03-05T00:00:00Z"));
    Until.holds(() -> badges(2).equals(List.of(Credential.State.ISSUED)));
  }

  @Test
  void another_organisation_sees_and_decides_nothing() {
    read(row(new Rows(), 1, "status", "held"));
    var one = waiting().getFirst().id();
    organisation = organisations.create("test", "h" + UUID.randomUUID(), "Other", null, null);
    var admin = staff(Role.ADMIN);
    var other = "/console/" + organisation.slug() + "/results/held";
    assertThat(admin.get(other + "?result=" + one).statusCode()).isEqualTo(404);
    assertThat(admin.post(other + "/release", "result", one.toString(), "reason", "x").statusCode())
        .isEqualTo(404);
    assertThat(held.release("test", organisation.id(), List.of(one), "x")).isZero();
    assertThat(held.of(List.of(one)).getFirst().standing()).isEqualTo(Standing.HELD);
  }
}
