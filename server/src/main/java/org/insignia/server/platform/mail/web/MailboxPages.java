package org.insignia.server.platform.mail.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows what the local sink received. Where a real mail server is set there is no sink, and nothing
 * of this exists.
 */
@Controller
class MailboxPages {
  private static final int SHOWN = 50;

  /**
   * What a mail's HTML may do when it is looked at: show its colours and our pictures, and nothing
   * else.
   */
  private static final String MAIL_POLICY =
      "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final ObjectProvider<MailSink> sink;

  /** A mail as the JSON says it. */
  record Json(String to, String subject, String text, String html, Instant at) {}

  MailboxPages(ObjectProvider<MailSink> sink) {
    this.sink = sink;
  }

  @GetMapping("/mailbox")
  ModelAndView page(@RequestParam(defaultValue = "") String to) {
    var mails = mailsTo(to).toList();
    var shown =
        mails.stream()
            .limit(SHOWN)
            .map(m ->
                new MailboxPage.Mail(id(m), m.to(), m.subject(), m.text(), m.at(), m.attachments()))
            .toList();
    return View.of("mail/mailbox", new MailboxPage(to, shown, mails.size() - shown.size()));
  }

  @GetMapping(path = "/mailbox.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<Json> json(@RequestParam(defaultValue = "") String to) {
    return mailsTo(to).map(m -> new Json(m.to(), m.subject(), m.text(), m.html(), m.at())).toList();
  }

  @GetMapping("/mailbox/{id:[0-9a-f]{16}}")
  ResponseEntity<String> html(@PathVariable String id) {
    var mail = mail(id);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", MAIL_POLICY)
        .header("Referrer-Policy", "no-referrer")
        .body(mail.html());
  }

  /** Always as a download: what a mail brings is not shown under our name. */
  @GetMapping("/mailbox/{id:[0-9a-f]{16}}/{number:[0-9]}")
  ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable int number) {
    var mail = mail(id);
    var file =
        mail.attachments().stream()
            .skip(number)
            .findFirst()
            .flatMap(name -> sink.getObject().attachment(mail, name))
            .orElseThrow(() -> new Problem.NotFound("attachment of mail " + id));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(file.content().toArray());
  }

  private MailSink.Received mail(String id) {
    return mailsTo("")
        .filter(m -> id(m).equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("mail " + id));
  }

  private Stream<MailSink.Received> mailsTo(String part) {
    var open = sink.getIfAvailable();
    if (open == null) {
      throw new Problem.NotFound("no local mailbox: mails go to a mail server");
    }
    var wanted = part.strip().toLowerCase(Locale.ROOT);
    return open.received().stream().filter(m -> m.to().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static String id(MailSink.Received mail) {
    return SecretToken.sha256(
            mail.at() + "\n" + mail.to() + "\n" + mail.subject() + "\n" + mail.text())
        .substring(0, 16);
  }
}
