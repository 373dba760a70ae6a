package org.insignia.server.accounts.door;

import java.time.Duration;
import org.insignia.server.platform.web.Shell;

/** Says how long to wait, in whole seconds or minutes, never shorter than it is. */
public final class WaitWords {
  private WaitWords() {}

  /** One sentence. */
  public static String say(Duration wait, Shell shell) {
    long seconds = wait.plusMillis(999).toSeconds();
    return seconds < 90
        ? shell.n("accounts.wait.seconds", seconds)
        : shell.n("accounts.wait.minutes", (seconds + 59) / 60);
  }
}
