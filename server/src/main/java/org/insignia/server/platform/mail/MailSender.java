package org.insignia.server.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.insignia.server.platform.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes due letters from the outbox, has them written and hands them to the mail server, oldest
 * first. Urgent ones have a worker of their own: a hundred thousand invitations delay no password.
 */
@Component
final class MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final int BATCH = 50;
  private static final TransactionDefinition NESTED =
      new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

  private final OutboxStore outbox;
  private final MailQuotas quotas;
  private final Bounces bounces;
  private final Map<String, MailLetter> writers;
  private final Set<String> urgent;
  private final JavaMailSenderImpl smtp;
  private final TransactionTemplate transaction;
  private final TransactionTemplate savepoint;
  private final Settings settings;

  MailSender(
      OutboxStore outbox,
      MailQuotas quotas,
      Bounces bounces,
      List<MailLetter> writers,
      JavaMailSenderImpl smtp,
      TransactionTemplate transaction,
      Settings settings) {
    this.outbox = outbox;
    this.quotas = quotas;
    this.bounces = bounces;
    this.writers =
        writers.stream().collect(Collectors.toMap(MailLetter::kind, Function.identity()));
    this.urgent =
        writers.stream()
            .filter(MailLetter::isUrgent)
            .map(MailLetter::kind)
            .collect(Collectors.toUnmodifiableSet());
    this.smtp = smtp;
    this.transaction = transaction;
    this.savepoint =
        new TransactionTemplate(
            Objects.requireNonNull(transaction.getTransactionManager()), NESTED);
    this.settings = settings;
  }

  /**
   * Sends one batch; true if there was any. A crash between sending and committing sends the
   * batch's letters again.
   */
  boolean once() {
    return once(() -> outbox.takeDueExcept(urgent, BATCH));
  }

  /** As {@link #once}, of the letters that may not wait behind the others. */
  boolean onceUrgently() {
    return once(() -> outbox.takeDueOf(urgent, BATCH));
  }

  private boolean once(Supplier<List<OutboxStore.Due>> taking) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var due = taking.get();
          var admitted = quotas.admit(due);
          var sent = send(admitted.letters());
          quotas.giveBack(
              admitted.day(),
              admitted.letters().stream().filter(d -> !sent.contains(d.id())).toList());
          return !due.isEmpty();
        }));
  }

  /** Those that went out. */
  private Set<UUID> send(List<OutboxStore.Due> due) {
    var messages = new LinkedHashMap<MimeMessage, OutboxStore.Due>();
    due.forEach(d -> write(d).ifPresent(letter -> messages.put(message(d.id(), letter), d)));
    if (messages.isEmpty()) {
      return Set.of();
    }
    var failed = deliver(messages.keySet().toArray(MimeMessage[]::new));
    var sent =
        messages.entrySet().stream()
            .filter(entry -> !failed.containsKey(entry.getKey()))
            .map(entry -> entry.getValue().id())
            .collect(Collectors.toSet());
    outbox.sent(sent);
    messages.forEach((message, letter) -> {
      var problem = failed.get(message);
      if (problem != null) {
        failed(letter, problem);
      }
    });
    return sent;
  }

  /**
   * Has one letter written under a savepoint: a writer that fails delays its own letter and no
   * other.
   */
  private Optional<Letter> write(OutboxStore.Due due) {
    var writer = writers.get(due.kind());
    if (writer == null) {
      outbox.refused(due.id(), "nobody writes letters of kind " + due.kind());
      return Optional.empty();
    }
    try {
      var letter = savepoint.execute(status -> writer.write(due.ref()));
      if (letter == null || letter.isEmpty()) {
        outbox.dropped(due.id());
        return Optional.empty();
      }
      return letter;
    } catch (RuntimeException e) {
      LOG.warn("letter {} of kind {} could not be written", due.id(), due.kind(), e);
      outbox.retryLater(
          due.id(), due.attempts() + 1, "could not be written: " + e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** Hands over all messages in one conversation; what failed, with its reason. */
  private Map<Object, Exception> deliver(MimeMessage[] messages) {
    try {
      smtp.send(messages);
      return Map.of();
    } catch (MailSendException e) {
      return e.getFailedMessages();
    } catch (MailException e) {
      return Arrays.stream(messages).collect(Collectors.toMap(m -> m, m -> e));
    }
  }

  private void failed(OutboxStore.Due due, Exception problem) {
    var refusal = Refusal.in(problem);
    if (refusal.isEmpty()) {
      outbox.retryLater(due.id(), due.attempts() + 1, reason(problem));
      return;
    }
    LOG.warn("letter {} of kind {} was refused for good", due.id(), due.kind());
    outbox.refused(due.id(), shortened(refusal.get().words()));
    if (refusal.get().ofMailbox()) {
      bounces.refused(due.to(), refusal.get().code(), refusal.get().words());
    }
  }

  private static String reason(Exception e) {
    return shortened(String.valueOf(e.getMessage()));
  }

  private static String shortened(String words) {
    var text = words.replaceAll("\\p{Cntrl}+", " ").strip();
    return text.substring(0, Math.min(500, text.length()));
  }

  private MimeMessage message(UUID id, Letter letter) {
    try {
      // Made by the sender, which reads the table of media types once and not for each letter.
      var message = smtp.createMimeMessage();
      // The same on every attempt, so that a mailbox can drop a repeated letter; the sender keeps
      // it.
      message.setHeader("Message-ID", "<" + id + "@" + settings.baseUrl().getHost() + ">");
      var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
      helper.setFrom(new InternetAddress(settings.mailFrom(), letter.fromName(), "UTF-8"));
      helper.setTo(new InternetAddress(letter.to().value(), true));
      helper.setSubject(letter.subject());
      helper.setText(letter.text(), letter.html());
      for (var file : letter.attachments()) {
        helper.addAttachment(
            file.name(), new ByteArrayDataSource(file.content().toArray(), file.mediaType()));
      }
      message.setHeader("Auto-Submitted", "auto-generated");
      if (letter.unsubscribe() != null) {
        message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      return message;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("cannot compose letter " + id, e);
    }
  }
}
