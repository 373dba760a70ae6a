package org.insignia.server.api.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.api.json.Body;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.support.requests.RequestDesk;
import org.insignia.server.support.requests.RequestDesk.Thread;
import org.insignia.server.support.requests.RequestDesk.Written;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param email where who asks is reached; null where they are not any more
 * @param about uid of what a badge is missing for; null for nothing
 * @param assignee the member who sees to it; null while nobody does
 * @param messages null in lists
 */
record RequestJson(
    UUID id,
    String state,
    String topic,
    String subject,
    String name,
    @Nullable String email,
    String language,
    @Nullable String about,
    @Nullable UUID assignee,
    Instant askedAt,
    Instant changedAt,
    @Nullable List<Message> messages) {
  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,17})_(" + ID + ")");

  /**
   * What was written.
   *
   * @param by {@code staff} or {@code asker}
   * @param name of the member of staff; null for who asked, and for who left
   */
  record Message(String by, @Nullable String name, String words, Instant at) {
    static Message of(Written written) {
      return new Message(
          written.byStaff() ? "staff" : "asker",
          emptyAsNull(written.author()),
          written.words(),
          written.at());
    }
  }

  static RequestJson row(Thread thread) {
    return of(thread, null);
  }

  static RequestJson whole(Thread thread, List<Written> words) {
    return of(thread, words.stream().map(Message::of).toList());
  }

  private static RequestJson of(Thread thread, @Nullable List<Message> messages) {
    return new RequestJson(
        thread.id(),
        thread.state(),
        thread.topic(),
        thread.subject(),
        thread.name(),
        emptyAsNull(thread.asker()),
        thread.language().tag(),
        emptyAsNull(thread.about()),
        thread.assignee(),
        thread.askedAt(),
        thread.changedAt(),
        messages);
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /**
   * Which requests are asked for.
   *
   * @throws Problem.Invalid for another word
   */
  static String state(String word) {
    if (!RequestDesk.STATES.contains(word)) {
      throw new Problem.Invalid("state", "one of " + String.join(", ", RequestDesk.STATES));
    }
    return word;
  }

  /** Where a page begins; null for the first. */
  static RequestDesk.@Nullable Place place(String after) {
    if (after.isEmpty()) {
      return null;
    }
    var place = PLACE.matcher(after);
    if (!place.matches()) {
      throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
    }
    return new RequestDesk.Place(
        Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS),
        UUID.fromString(place.group(2)));
  }

  static String cursor(Thread last) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, last.changedAt()) + "_" + last.id();
  }

  /** What an answer says. */
  static String words(byte[] json) {
    var body = Body.of(json);
    var words = body.required("words", 2 * RequestDesk.LONGEST_WORDS);
    body.end();
    return words;
  }

  /** Who is to see to one; null: nobody. */
  static @Nullable UUID assignee(byte[] json) {
    var body = Body.of(json);
    var text = body.isNull("assignee") ? "" : body.required("assignee", 36);
    boolean isId = text.matches(ID);
    if (!text.isEmpty() && !isId) {
      body.wrong("assignee", "an id, or null");
    }
    body.end();
    return isId ? UUID.fromString(text) : null;
  }
}
