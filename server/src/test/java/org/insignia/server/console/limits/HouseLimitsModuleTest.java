package org.insignia.server.console.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.Resending;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters and files that an organisation has enough of: what waits, what is refused, what is told.
 */
@ServerTest
class HouseLimitsModuleTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Allowances limits;
  @Autowired Suspensions suspensions;
  @Autowired Credentials credentials;
  @Autowired Claims claims;
  @Autowired Resending resending;
  @Autowired Outbox outbox;
  @Autowired MailSink sink;
  @Autowired Intake intake;
  @Autowired Runs runs;
  @Autowired JdbcClient db;

  private final EmailAddress earner = EmailAddress.of("l" + UUID.randomUUID() + "@example.org");
  private Organisation academy;
  private Web staff;

  @BeforeEach
  void found() {
    academy = badges.academy();
    var address = EmailAddress.of("s" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Sam", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), academy.id(), Role.VIEWER);
    staff = Web.signedIn(settings, address.value(), PASSWORD);
  }

  private void limit(Limit limit, int most) {
    limits.set("test", academy.id(), Map.of(limit, most));
  }

  private CredentialId issued() {
    var id = badges.issue(academy, earner, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  private long letters() {
    return sink.received().stream()
        .filter(mail -> mail.to().equalsIgnoreCase(earner.value()))
        .count();
  }

  /** Letters that are due go out now, before what other tests have left in the queue. */
  private void next() {
    db.sql(
            """
            update outbox_letter set due_at = '2020-01-01'
             where organisation_id = :id and state = 'waiting' and due_at <= now()
            """)
        .param("id", academy.id().value())
        .update();
    outbox.release(UUID.randomUUID()); // which wakes the sender
  }

  private String page() {
    return staff.get("/console/" + academy.slug() + "/limits").body();
  }

  @Test
  void letters_beyond_the_limit_wait_and_go_out_once_there_is_room() {
    limit(Limit.MAILS, 0);
    issued();
    next();
    Until.holds(() -> outbox.heldBack(academy.id().value(), 10) == 1);
    assertThat(letters()).isZero();
    assertThat(page()).contains("Letters a day", "Full", "as many were sent today as may be: 1.");
    assertThat(staff.get("/console/" + academy.slug()).body())
        .contains("Letters that wait for another day");
    limit(Limit.MAILS, 100);
    next();
    new Mailbox(sink).newestTo(earner.value());
    Until.holds(() -> outbox.sentToday(academy.id().value()) == 1);
    assertThat(outbox.heldBack(academy.id().value(), 10)).isZero();
    assertThat(page()).doesNotContain("as many were sent today as may be");
  }

  @Test
  void letters_of_a_suspended_organisation_wait_until_it_is_open_again() {
    var id = issued();
    next();
    new Mailbox(sink).newestTo(earner.value());
    suspensions.suspend("test", academy.id(), "a while");
    resending.resend("test", credentials.find(id).orElseThrow());
    next();
    Until.holds(() -> outbox.heldBack(academy.id().value(), 10) == 1);
    assertThat(letters()).isEqualTo(1);
    suspensions.reopen("test", academy.id());
    next();
    Until.holds(() -> letters() == 2);
  }

  @Test
  void a_file_that_does_not_fit_is_refused_with_what_to_do_and_nothing_of_it_is_kept() {
    limit(Limit.STORAGE, 0);
    var rows = new Rows().add().text().getBytes(StandardCharsets.UTF_8);
    var refused = intake.accept(academy.id(), "", "march.csv", new ByteArrayInputStream(rows));
    var report = intake.report(academy.id(), refused);
    assertThat(report.state()).isEqualTo(IntakeReport.State.REFUSED);
    assertThat(report.accepted()).isZero();
    assertThat(staff.get("/console/" + academy.slug() + "/results/" + refused.value()).body())
        .contains("There is no room for this file", "send it again");
    var list =
        "email,name,badge\nx@example.org,X,certification.cloud\n".getBytes(StandardCharsets.UTF_8);
    var run = runs.take(academy.id(), "test", "", "list.csv", new ByteArrayInputStream(list));
    assertThat(runs.get(academy.id(), run).state()).isEqualTo(Run.State.REFUSED);
    assertThat(limits.used(academy.id(), Limit.STORAGE)).hasValue(0);
    limit(Limit.STORAGE, 1);
    var taken = intake.accept(academy.id(), "", "march.csv", new ByteArrayInputStream(rows));
    Until.holds(() -> intake.report(academy.id(), taken).state() == IntakeReport.State.DONE);
    assertThat(limits.used(academy.id(), Limit.STORAGE)).hasValue(1);
    assertThat(List.of(page())).allMatch(p -> p.contains("Files in megabytes"));
  }
}
