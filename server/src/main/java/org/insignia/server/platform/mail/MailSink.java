package org.insignia.server.platform.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server on a loopback port that keeps every mail as a file instead of delivering it:
 * the mailbox of a first run and of tests. It exists only where no SMTP URL is set.
 */
public final class MailSink implements AutoCloseable {
  private static final int SHOWN = 2000;
  private static final int LARGEST = 16 << 20;
  private final Path folder;
  private final SMTPServer server;
  private final Set<EmailAddress> refused = ConcurrentHashMap.newKeySet();

  /** Those that were looked at, as a mail never changes; by the names of their files. */
  private final Map<Path, Received> read = new ConcurrentHashMap<>();

  /**
   * A mail as it arrived; {@code html} and {@code text} are empty where the mail has no such part.
   *
   * @param headers those that stand once
   * @param attachments names of the files that came with it
   * @param id names the mail here
   */
  public record Received(
      String to,
      String subject,
      String text,
      String html,
      Instant at,
      Map<String, String> headers,
      List<String> attachments,
      String id) {
    public Received {
      attachments = List.copyOf(attachments);
    }
  }

  /** Opens the sink on a free loopback port, keeping mails in this folder across restarts. */
  public MailSink(Path folder) {
    try {
      this.folder = Files.createDirectories(folder);
      this.server =
          SMTPServer.port(0)
              .bindAddress(InetAddress.getLoopbackAddress())
              .messageHandlerFactory(context -> new Slot())
              .build();
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getPortAllocated();
  }

  /**
   * From now on refuses mail to this address, as a mail server does that has no such mailbox: to
   * see what becomes of it.
   */
  public void refuse(EmailAddress address) {
    refused.add(address);
  }

  /** From now on takes mail to this address again. */
  public void takeAgain(EmailAddress address) {
    refused.remove(address);
  }

  /** One mail being handed over. */
  private final class Slot implements MessageHandler {
    @Override
    public void from(String from) {
      // Everybody may write.
    }

    @Override
    public void recipient(String to) throws RejectException {
      if (EmailAddress.parse(to).filter(refused::contains).isPresent()) {
        throw new RejectException(550, "5.1.1 there is no such mailbox here");
      }
    }

    @Override
    public @Nullable String data(InputStream mail) throws IOException {
      keep(mail.readNBytes(LARGEST));
      return null;
    }

    @Override
    public void done() {
      // Kept as soon as it was there.
    }
  }

  private void keep(byte[] mail) {
    try {
      var part = folder.resolve(Ids.next() + ".part");
      Files.write(part, mail);
      var name = part.getFileName().toString().replace(".part", ".eml");
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest mails first, at most two thousand. */
  public List<Received> received() {
    try (var files = Files.list(folder)) {
      var newest =
          files
              .filter(f -> f.toString().endsWith(".eml"))
              .sorted(Comparator.comparing(Path::getFileName).reversed())
              .limit(SHOWN)
              .toList();
      read.keySet().retainAll(Set.copyOf(newest));
      var out = new ArrayList<Received>(newest.size());
      for (var file : newest) {
        var mail = read.get(file);
        if (mail == null) {
          mail = read(file);
          read.put(file, mail);
        }
        out.add(mail);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Received read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var mail = new MimeMessage(null, in);
      var to = mail.getAllRecipients();
      return new Received(
          to == null || to.length == 0
              ? ""
              : ((jakarta.mail.internet.InternetAddress) to[0]).getAddress(),
          String.valueOf(mail.getSubject()),
          part(mail, "text/plain"),
          part(mail, "text/html"),
          Files.getLastModifiedTime(file).toInstant(),
          headers(mail),
          attached(mail).keySet().stream().toList(),
          file.getFileName().toString().replace(".eml", ""));
    } catch (MessagingException e) {
      throw new IOException("unreadable mail " + file, e);
    }
  }

  /** A file that came with a mail. */
  public Optional<Letter.Attachment> attachment(Received mail, String name) {
    try (InputStream in = Files.newInputStream(folder.resolve(mail.id() + ".eml"))) {
      var part = attached(new MimeMessage(null, in)).get(name);
      if (part == null) {
        return Optional.empty();
      }
      var type = part.getContentType().replaceAll("(?s);.*", "").strip();
      try (var content = part.getInputStream()) {
        return Optional.of(new Letter.Attachment(name, type, Bytes.wrap(content.readAllBytes())));
      }
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("unreadable mail " + mail.id(), e);
    }
  }

  private static Map<String, BodyPart> attached(MimeMessage mail)
      throws MessagingException, IOException {
    var found = new LinkedHashMap<String, BodyPart>();
    if (mail.isMimeType("multipart/*") && mail.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var part = parts.getBodyPart(i);
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) && part.getFileName() != null) {
          found.put(MimeUtility.decodeText(part.getFileName()), part);
        }
      }
    }
    return found;
  }

  private static Map<String, String> headers(MimeMessage mail) throws MessagingException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var header : Collections.list(mail.getAllHeaders())) {
      headers.putIfAbsent(header.getName(), MimeUtility.unfold(header.getValue()));
    }
    return headers;
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return String.valueOf(part.getContent());
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        var found = part(inner, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  @Override
  public void close() {
    server.stop();
  }
}
