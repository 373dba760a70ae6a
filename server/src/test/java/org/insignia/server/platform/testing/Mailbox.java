package org.insignia.server.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.mail.MailSink.Received;

/** Waits for mails to arrive in the sink. */
public final class Mailbox {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final MailSink sink;

  /** Reads this sink. */
  public Mailbox(MailSink sink) {
    this.sink = sink;
  }

  /** The newest mail to this address, once there is one. */
  public Received newestTo(String address) {
    return await(mail -> mail.to().equalsIgnoreCase(address), "a mail to " + address);
  }

  /** The newest mail that fits, once there is one. */
  public Received await(Predicate<Received> fits, String what) {
    var end = Instant.now().plus(PATIENCE);
    while (true) {
      var found = sink.received().stream().filter(fits).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(what + " did not arrive within " + PATIENCE);
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
