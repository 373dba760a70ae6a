package org.insignia.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.mail.Bounce.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReportTest {
  static final UUID LETTER = UUID.fromString("01a1fe0e-0c02-7000-9e07-0c4bbea7087a");

  /** In the shape that Postfix writes. */
  static String report(UUID letter, String address, String action, String status) {
    return """
    From: MAILER-DAEMON@mx.example.org
    To: no-reply@insignia.invalid
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

    --b1
    Content-Type: text/plain; charset=us-ascii

    I'm sorry to have to inform you that your message could not be delivered.

    --b1
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.org
    Arrival-Date: Sat, 21 Nov 2026 12:00:00 +0000

    Final-Recipient: rfc822; %2$s
    Original-Recipient: rfc822;%2$s
    Action: %3$s
    Status: %4$s
    Remote-MTA: dns; mail.example.org
    Diagnostic-Code: smtp; 550 %4$s <%2$s>: Recipient address
        rejected: User unknown

    --b1
    Content-Type: text/rfc822-headers

    From: Northwind Academy <no-reply@insignia.invalid>
    To: %2$s
    Subject: Your badge
    Message-ID: <%1$s@badges.example.org>

    --b1--
    """
        .formatted(letter, address, action, status)
        .replace("\n", "\r\n");
  }

  private static Optional<DeliveryReport> read(String mail) {
    return DeliveryReport.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_report_names_letter_mailbox_and_reason() {
    var report = read(report(LETTER, "ana@example.org", "failed", "5.1.1")).orElseThrow();
    assertThat(report.letter()).isEqualTo(LETTER);
    assertThat(report.failures()).hasSize(1);
    var failure = report.failures().getFirst();
    assertThat(failure.address()).isEqualTo(EmailAddress.of("ana@example.org"));
    assertThat(failure.status()).isEqualTo("5.1.1");
    assertThat(failure.reason()).contains("Recipient address").contains("User unknown");
  }

  @ParameterizedTest
  @CsvSource({"delayed, 4.4.1", "delivered, 2.0.0", "failed, 4.2.2", "relayed, 5.1.1"})
  void what_may_still_arrive_is_no_failure(String action, String status) {
    assertThat(read(report(LETTER, "ana@example.org", action, status)).orElseThrow().failures())
        .isEmpty();
  }

  @Test
  void other_mails_are_no_report() {
    assertThat(read("Subject: hello\r\n\r\nI am on holiday.")).isEmpty();
    assertThat(read("")).isEmpty();
    var stranger = report(LETTER, "ana@example.org", "failed", "5.1.1");
    assertThat(read(stranger.replace("Message-ID: <", "Message-ID: <x"))).isEmpty();
    assertThat(read(stranger + "x".repeat(1 << 20))).isEmpty();
    assertThat(read(stranger.replace("--b1--", "--").replace("--b1", "--b2"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1, ADDRESS",
    "5.1.10, ADDRESS",
    "550, ADDRESS",
    "5.2.2, FULL",
    "552, FULL",
    "5.7.1, SENDER",
    "554, SENDER",
    "5.3.0, OTHER"
  })
  void the_code_says_what_can_be_done(String code, Remedy remedy) {
    var bounce =
        new Bounce(
            EmailAddress.of("a@example.org"),
            code,
            "words",
            Bounce.Source.REPLY,
            java.time.Instant.EPOCH);
    assertThat(bounce.remedy()).isEqualTo(remedy);
  }
}
