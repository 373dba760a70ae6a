package org.insignia.server.transcripts.record.web;

import java.text.ListFormat;
import java.util.List;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.transcripts.record.Attempt;

/**
 * Every sitting, for the earner's eyes.
 *
 * @param addresses the earner's proven mailboxes, by which results are found
 */
public record ExamsPage(List<Attempt> attempts, List<String> addresses) {
  public ExamsPage {
    attempts = List.copyOf(attempts);
    addresses = List.copyOf(addresses);
  }

  /** Tone of what came of a sitting. */
  public static String tone(Attempt one) {
    return switch (one.result()) {
      case PASSED -> "good";
      case FAILED, REVOKED -> "bad";
      case HELD -> "warn";
      case NO_SHOW, NDA_REFUSED, NO_RESULT, PENDING, DROPPED -> "none";
    };
  }

  /** Titles as one text. */
  public static String list(Shell shell, List<String> titles) {
    return ListFormat.getInstance(
            shell.language().locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(titles);
  }
}
