package org.insignia.server.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.insignia.server.platform.settings.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leaves the server's address for the commands of this machine, and tells the person at the
 * terminal what to do first.
 */
@Component
@Order(10)
final class StartNotice implements ApplicationRunner {
  private final FirstStart firstStart;
  private final Settings settings;

  StartNotice(FirstStart firstStart, Settings settings) {
    this.firstStart = firstStart;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var organisation = firstStart.organisation();
    try {
      Files.writeString(
          settings.dataFolder().resolve("server.address"), "http://localhost:" + settings.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (settings.demo()) {
      return; // the demo's own notice says all of this and more
    }
    var notice =
        new StringBuilder("\n  Insignia serves ")
            .append(organisation.name())
            .append(" at ")
            .append(settings.baseUrl());
    if (settings.smtpUrl() == null) {
      notice.append("\n  Mails go no further than ").append(settings.url("/mailbox"));
    }
    firstStart
        .invitation()
        .ifPresent(path ->
            notice.append("\n  Make the operator's account first: ").append(settings.url(path)));
    System.out.println(notice.append('\n'));
  }
}
