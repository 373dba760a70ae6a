package org.insignia.server.platform.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464) about one of our letters.
 *
 * @param letter which letter, from the Message-ID of the copy that came back
 * @param failures the mailboxes that it did not reach for good
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3464">RFC 3464</a>
 */
public record DeliveryReport(UUID letter, List<Failure> failures) {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_RECIPIENTS = 20;
  private static final Pattern MESSAGE_ID =
      Pattern.compile(
          "<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^<>@\\s]+>");
  private static final Pattern PERMANENT = Pattern.compile("5\\.\\d{1,3}\\.\\d{1,3}");

  public DeliveryReport {
    failures = List.copyOf(failures);
  }

  /** One mailbox, and what its server said. */
  public record Failure(EmailAddress address, String status, String reason) {}

  /** Reads a mail; empty for anything but such a report about a letter that we may have sent. */
  public static Optional<DeliveryReport> read(InputStream mail) {
    try {
      byte[] bytes = mail.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        return Optional.empty();
      }
      var message = new MimeMessage(null, new ByteArrayInputStream(bytes));
      if (!message.isMimeType("multipart/report")
          || !(message.getContent() instanceof Multipart parts)) {
        return Optional.empty();
      }
      return read(parts);
    } catch (MessagingException | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<DeliveryReport> read(Multipart parts)
      throws MessagingException, IOException {
    var failures = new ArrayList<Failure>();
    UUID letter = null;
    for (int i = 0; i < Math.min(parts.getCount(), 5); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        failures.addAll(failures(part.getInputStream()));
      } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822")) {
        letter = letter(new InternetHeaders(part.getInputStream()));
      }
    }
    return letter == null ? Optional.empty() : Optional.of(new DeliveryReport(letter, failures));
  }

  private static @Nullable UUID letter(InternetHeaders headers) {
    var id = MESSAGE_ID.matcher(first(headers, "Message-ID"));
    return id.find() ? UUID.fromString(id.group(1)) : null;
  }

  /** Groups of fields, parted by empty lines: the first about the mail, then one per mailbox. */
  private static List<Failure> failures(InputStream status) throws IOException, MessagingException {
    var failures = new ArrayList<Failure>();
    var text = new String(status.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    var groups = text.split("\n\n+");
    for (int i = 1; i < Math.min(groups.length, MAX_RECIPIENTS + 1); i++) {
      var fields =
          new InternetHeaders(
              new ByteArrayInputStream((groups[i] + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
      failure(fields).ifPresent(failures::add);
    }
    return failures;
  }

  private static Optional<Failure> failure(InternetHeaders fields) {
    var action = first(fields, "Action").strip().toLowerCase(Locale.ROOT);
    var code = PERMANENT.matcher(first(fields, "Status"));
    if (!action.equals("failed") || !code.find()) {
      return Optional.empty();
    }
    // What we sent it to; the final one may lie behind a forwarding.
    var original = first(fields, "Original-Recipient");
    var reason = value(first(fields, "Diagnostic-Code"));
    return EmailAddress.parse(
            value(original.isEmpty() ? first(fields, "Final-Recipient") : original))
        .map(address -> new Failure(address, code.group(), reason));
  }

  /** Without the type in front: {@code rfc822; ana@example.org}. */
  private static String value(String field) {
    return field.substring(field.indexOf(';') + 1).strip();
  }

  private static String first(InternetHeaders headers, String name) {
    var values = headers.getHeader(name);
    return values == null || values.length == 0 ? "" : values[0];
  }
}
