package org.insignia.server.platform.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server said when it refused a letter for good.
 *
 * @param code the enhanced code if it gave one, else the three digits
 * @param ofMailbox whether it refused the mailbox and not only this letter
 */
record Refusal(String code, String words, boolean ofMailbox) {
  private static final int PERMANENT = 500;
  private static final Pattern ENHANCED = Pattern.compile("\\b5\\.\\d{1,3}\\.\\d{1,3}\\b");

  /** The refusal behind a failure; empty where trying again may help. */
  static Optional<Refusal> in(Exception problem) {
    for (Throwable t = problem; t != null; t = next(t)) {
      switch (t) {
        case SMTPAddressFailedException a when a.getReturnCode() >= PERMANENT -> {
          return Optional.of(of(a.getReturnCode(), a.getMessage(), true));
        }
        case SMTPSendFailedException s when s.getReturnCode() >= PERMANENT -> {
          return Optional.of(of(s.getReturnCode(), s.getMessage(), false));
        }
        default -> {
          // The cause may say more.
        }
      }
    }
    return Optional.empty();
  }

  private static Refusal of(int reply, @Nullable String words, boolean ofMailbox) {
    var said = words == null ? "" : words;
    var enhanced = ENHANCED.matcher(said);
    return new Refusal(
        enhanced.find() ? enhanced.group() : Integer.toString(reply), said, ofMailbox);
  }

  private static @Nullable Throwable next(Throwable t) {
    return t instanceof MessagingException m && m.getNextException() != null
        ? m.getNextException()
        : t.getCause();
  }
}
