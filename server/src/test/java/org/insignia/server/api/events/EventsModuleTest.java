package org.insignia.server.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Achievement.State;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.about.Particulars;
import org.insignia.server.catalog.handmade.AchievementWish;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.CredentialIssued;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.issuing.erasure.Erasing;
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
  private static final EventFilter BADGES =
      EventFilter.of(EnumSet.range(EventType.ISSUED, EventType.RESULT_DROPPED));
  private static final EventFilter ACHIEVEMENTS =
      EventFilter.of(EnumSet.range(EventType.ACHIEVEMENT_CREATED, EventType.ACHIEVEMENT_DELETED));

  @Autowired Events events;
  @Autowired EventStore store;
  @Autowired TestBadges badges;
  @Autowired Credentials credentials;
  @Autowired Claims claims;
  @Autowired Erasing erasing;
  @Autowired Achievements achievements;
  @Autowired HandMade handMade;
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
    return events.following(academy.id(), BADGES, 0, 100);
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

    assertThat(events.following(academy.id(), BADGES, told.get(1).position(), 1))
        .containsExactly(told.get(2));
    assertThat(events.latest(academy.id(), BADGES, Optional.empty(), 2))
        .containsExactly(told.get(3), told.get(2));
    assertThat(events.latest(academy.id(), BADGES, Optional.of(told.get(2).position()), 9))
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
  void a_badge_that_is_shown_and_erased_leaves_nothing_but_that_in_its_events() {
    var id = issue();
    Until.holds(() -> claims.of(id).isPresent());
    var ana = accounts.createConfirmed("Ana Núñez", earner, "violet otter lantern", Language.EN);
    claims.accept(ana, id, Visibility.PRIVATE);
    claims.show(ana, id, Visibility.PUBLIC);
    claims.show(ana, id, Visibility.PUBLIC);
    erasing.erase("test", id);
    var told = all();
    assertThat(told)
        .extracting(Event::type)
        .containsExactly(
            EventType.ISSUED,
            EventType.ACCEPTED,
            EventType.VISIBILITY_CHANGED,
            EventType.REVOKED,
            EventType.ERASED);
    assertThat(told)
        .extracting(Event::subject)
        .containsOnly(new Subject.Gone(id.value(), academy.id()));
    assertThat(events.find(academy.id(), told.getLast().id())).contains(told.getLast());
    assertThat(told.toString()).doesNotContain("Ana", earner.value(), ana.toString());
  }

  private List<EventType> ofAchievements() {
    return events.following(academy.id(), ACHIEVEMENTS, 0, 100).stream().map(Event::type).toList();
  }

  @Test
  void an_import_tells_of_the_achievements_that_it_makes_and_changes_and_of_no_other() {
    var created = EventType.ACHIEVEMENT_CREATED;
    assertThat(ofAchievements())
        .hasSize(achievements.all(academy.id()).size())
        .containsOnly(created);
    badges.retire(academy);
    var latest = events.latest(academy.id(), ACHIEVEMENTS, Optional.empty(), 2);
    assertThat(latest)
        .extracting(Event::type)
        .containsExactly(EventType.ACHIEVEMENT_CHANGED, created);
    var cloud = achievements.of(academy.id(), "certification.cloud").orElseThrow();
    assertThat(latest.getFirst().subject())
        .isEqualTo(
            new Subject.Achievement(
                cloud.id().value(), academy.id(), cloud.slug(), cloud.name(), "retired"));
    badges.retire(academy);
    assertThat(events.latest(academy.id(), ACHIEVEMENTS, Optional.empty(), 2)).isEqualTo(latest);
  }

  @Test
  void what_one_transaction_does_to_an_achievement_is_one_event() {
    int before = ofAchievements().size();
    var words = new Words("Mentor", "Helps others.", "Mentor people.", List.of("SQL"));
    var wish = new AchievementWish(Language.EN, Map.of(Language.EN, words), Particulars.NONE);
    var id =
        transaction.execute(status -> {
          var made = handMade.add("test", academy, wish);
          handMade.stand("test", academy, achievements.get(made), State.ACTIVE);
          return made;
        });
    handMade.stand("test", academy, achievements.get(id), State.ARCHIVED);
    achievements.allowRepeats("test", achievements.get(id), true);
    achievements.allowRepeats("test", achievements.get(id), true);
    assertThat(ofAchievements().subList(before, ofAchievements().size()))
        .containsExactly(
            EventType.ACHIEVEMENT_CREATED,
            EventType.ACHIEVEMENT_CHANGED,
            EventType.ACHIEVEMENT_CHANGED);
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
    assertThat(web.get(path + "?type=achievement.created").body())
        .contains("achievement.created</code>", "Northwind Certified: Cloud");
    assertThat(web.get(path + "?type=nothing&before=x").statusCode()).isEqualTo(200);
  }
}
