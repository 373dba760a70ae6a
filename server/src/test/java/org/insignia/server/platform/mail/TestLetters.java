package org.insignia.server.platform.mail;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Lets a test send any letter through the application's own outbox and sender. */
@Component
final class TestLetters implements MailLetter {
  private static final String KIND = "test-letter";

  private final Map<UUID, Letter> letters = new ConcurrentHashMap<>();
  private final Outbox outbox;

  TestLetters(Outbox outbox) {
    this.outbox = outbox;
  }

  void send(Letter letter) {
    var id = UUID.randomUUID();
    letters.put(id, letter);
    outbox.queue(KIND, id, letter.to());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Letter> write(UUID ref) {
    return Optional.ofNullable(letters.get(ref));
  }
}
