package org.insignia.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PasswordResets;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.testing.Mailbox;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class UrgentLettersModuleTest {
  @Autowired Outbox outbox;
  @Autowired HeldLetters held;
  @Autowired Accounts accounts;
  @Autowired PasswordResets resets;
  @Autowired MailSink sink;

  @Test
  void a_password_is_not_kept_waiting_by_other_letters() throws InterruptedException {
    var address = EmailAddress.of("u" + UUID.randomUUID() + "@example.org");
    accounts.createConfirmed("Uma", address, "violet otter lantern", Language.EN);
    outbox.queue(HeldLetters.KIND, UUID.randomUUID(), address);
    assertThat(held.reached.await(1, TimeUnit.MINUTES)).isTrue();
    try {
      resets.ask(address, Language.EN);
      assertThat(new Mailbox(sink).newestTo(address.value()).toString()).contains("/reset/");
    } finally {
      held.released.countDown();
    }
  }
}
