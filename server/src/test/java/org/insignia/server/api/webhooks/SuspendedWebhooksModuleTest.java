package org.insignia.server.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.insignia.server.api.events.EventType;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SuspendedWebhooksModuleTest {
  @Autowired TestBadges badges;
  @Autowired Webhooks webhooks;
  @Autowired WebhookStore store;
  @Autowired Suspensions suspensions;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  @Test
  void of_a_suspended_organisation_nothing_is_told_until_it_is_open_again() {
    var academy = badges.academy();
    try (var receiver = new Receiver()) {
      var made = webhooks.make("test", academy, receiver.url(), EnumSet.of(EventType.ERASED));
      suspensions.suspend("test", academy.id(), "a while");
      webhooks.test(academy, made.webhook().id());
      Until.holds(() -> putOff(made));
      assertThat(receiver.messages).isEmpty();
      suspensions.reopen("test", academy.id());
      Until.holds(() -> receiver.messages.size() == 1);
      assertThat(receiver.messages.getFirst().body()).contains(Bodies.TEST);
    }
  }

  private boolean putOff(Webhooks.Made made) {
    return db.sql("select next_at > :soon from webhook where id = :id")
        .param("soon", java.sql.Timestamp.from(clock.instant().plus(Duration.ofMinutes(2))))
        .param("id", made.webhook().id())
        .query(Boolean.class)
        .single();
  }
}
