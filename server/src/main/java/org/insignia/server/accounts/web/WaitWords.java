package org.insignia.server.accounts.web;

import java.time.Duration;
import org.insignia.server.platform.web.Shell;

/** Says how long to wait, in whole seconds or minutes, never shorter than it is. */
final class WaitWords {
  private WaitWords() {}

  static String say(Duration wait, Shell shell) {
    long seconds = wait.plusMillis(999).toSeconds();
    return seconds < 90
        ? shell.n("accounts.wait.seconds", seconds)
        : shell.n("accounts.wait.minutes", (seconds + 59) / 60);
  }
}
