package org.insignia.server.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.CredentialIssued;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class EventsModuleTest {
  @Autowired Events events;
  @Autowired EventStore store;
  @Autowired TestBadges badges;
  @Autowired Credentials credentials;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Settings settings;
  @Autowired ApplicationEventPublisher publisher;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;
  @Autowired Clock clock;

  private final EmailAddress earner = EmailAddress.of("e" + UUID.randomUUID() + "@example.org");
  private Organisation academy;

  @BeforeEach
  void found() {
    academy = badges.academy();
  }

  private CredentialId issue() {
    var id = badges.issue(academy, earner, "Ana Núñez", Language.EN);
    Until.holds(() -> credentials.find(id).isPresent());
    return id;
  }

  private List<Event> all() {
    return events.following(academy.id(), EventFilter.ALL, 0, 100);
  }

  @Test
  void what_happens_can_be_followed_and_looked_back_at() {
    var id = issue();
    credentials.suspend("test", id, "under review");
    credentials.reinstate("test", id);
    credentials.revoke("test", id, "Ana Núñez asked for it");
    var told = all();
    assertThat(told)
        .extracting(Event::type)
        .containsExactly(
            EventType.ISSUED, EventType.SUSPENDED, EventType.REINSTATED, EventType.REVOKED);
    assertThat(told).extracting(e -> e.id().version()).containsOnly(7);
    assertThat(told).extracting(e -> e.subject().id()).containsOnly(id.value());
    assertThat(told.toString()).doesNotContain("Ana", earner.value());

    assertThat(events.following(academy.id(), EventFilter.ALL, told.get(1).position(), 1))
        .containsExactly(told.get(2));
    assertThat(events.latest(academy.id(), EventFilter.ALL, Optional.empty(), 2))
        .containsExactly(told.get(3), told.get(2));
    assertThat(events.latest(academy.id(), EventFilter.ALL, Optional.of(told.get(2).position()), 9))
        .containsExactly(told.get(1), told.get(0));
    var revoked = EventFilter.of(Set.of(EventType.REVOKED));
    assertThat(events.latest(academy.id(), revoked, Optional.empty(), 9))
        .containsExactly(told.get(3));
    assertThat(events.find(academy.id(), told.get(0).id())).contains(told.get(0));
    assertThat(events.find(badges.academy().id(), told.get(0).id())).isEmpty();
    var since = new EventFilter(Set.of(), id.value(), clock.instant().plusSeconds(60), null);
    assertThat(events.latest(academy.id(), since, Optional.empty(), 9)).isEmpty();
  }

  @Test
  void what_is_rolled_back_never_happened() {
    transaction.executeWithoutResult(status -> {
      publisher.publishEvent(new CredentialIssued(new CredentialId(Ids.next()), academy.id()));
      status.setRollbackOnly();
    });
    assertThat(all()).isEmpty();
  }

  @Test
  void whoever_follows_misses_nothing_that_was_written_at_the_same_moment() throws Exception {
    var placed = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var slow =
        CompletableFuture.runAsync(() ->
            transaction.executeWithoutResult(status -> {
              publisher.publishEvent(
                  new CredentialIssued(new CredentialId(Ids.next()), academy.id()));
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                      placed.countDown();
                      await(goOn);
                    }
                  });
            }));
    assertThat(placed.await(10, TimeUnit.SECONDS)).isTrue();
    transaction.executeWithoutResult(status ->
        publisher.publishEvent(new CredentialIssued(new CredentialId(Ids.next()), academy.id())));
    var looking = CompletableFuture.supplyAsync(this::all);
    assertThat(looking).isNotDone();
    goOn.countDown();
    slow.get(10, TimeUnit.SECONDS);
    var seen = new ArrayList<>(looking.get(10, TimeUnit.SECONDS));
    assertThat(seen).as("the later one is not seen without the one before it").hasSize(2);
    assertThat(seen.getFirst().subject()).isInstanceOf(Subject.Gone.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void events_are_kept_for_ninety_days() {
    issue();
    db.sql("update event set at = ? where organisation_id = ?")
        .params(
            Timestamp.from(clock.instant().minus(Events.KEPT).minus(Duration.ofMinutes(1))),
            academy.id().value())
        .update();
    store.removeOld(clock.instant().minus(Events.KEPT), 1_000);
    assertThat(all()).isEmpty();
  }

  @Test
  void members_read_of_it_in_words_and_narrow_it() {
    credentials.revoke("test", issue(), "a mistake");
    var address = EmailAddress.of("v" + UUID.randomUUID() + "@example.org");
    var viewer = accounts.createConfirmed("Vera", address, "violet otter lantern", Language.EN);
    members.grant("test", viewer.value(), academy.id(), Role.VIEWER);
    var web = Web.signedIn(settings, address.value(), "violet otter lantern");
    var path = "/console/" + academy.slug() + "/events";
    var page = web.get(path).body();
    assertThat(page)
        .contains("<code class=\"in-small\">badge.issued</code>", "badge.revoked</code>")
        .contains("Northwind Certified: Cloud Administrator Associate")
        .doesNotContain("Ana");
    assertThat(web.get(path + "?type=badge.revoked").body())
        .doesNotContain("<code class=\"in-small\">badge.issued</code>");
    assertThat(web.get(path + "?type=nothing&before=x").statusCode()).isEqualTo(200);
  }
}
