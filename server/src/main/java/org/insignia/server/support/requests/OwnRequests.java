package org.insignia.server.support.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;
import org.insignia.server.support.missing.Check;
import org.insignia.server.support.missing.Found;
import org.insignia.server.support.missing.OwnCheck;
import org.insignia.server.support.requests.Wish.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's own requests, for whoever asks elsewhere than on our pages; no other's exist here. */
@Component
public class OwnRequests {
  /** What a request can be about. */
  public static final List<String> TOPICS = Stream.of(Topic.values()).map(OwnCheck::word).toList();

  /** The longest subject, in characters. */
  public static final int LONGEST_SUBJECT = Wish.LONGEST_SUBJECT;

  /** The longest message, in characters. */
  public static final int LONGEST_WORDS = Wish.LONGEST_WORDS;

  private final Requests requests;
  private final RequestStore store;
  private final MessageStore messages;
  private final Check check;

  OwnRequests(Requests requests, RequestStore store, MessageStore messages, Check check) {
    this.requests = requests;
    this.store = store;
    this.messages = messages;
    this.check = check;
  }

  /**
   * A request.
   *
   * @param organisation who is asked; empty for who runs the server
   * @param about uid of what a badge is missing for; empty for nothing
   * @param findings what the check found when it was asked
   */
  public record Thread(
      UUID id,
      Optional<Organisation> organisation,
      String state,
      String topic,
      String subject,
      String about,
      List<Found> findings,
      Instant askedAt,
      Instant changedAt) {
    public Thread {
      findings = List.copyOf(findings);
    }
  }

  /** Something that was written in one. */
  public record Written(boolean byStaff, String words, Instant at) {}

  /**
   * A wish for support.
   *
   * @param organisation who is asked; null for who runs the server
   * @param topic one of {@link #TOPICS}
   * @param about uid of what a badge is missing for; empty for nothing
   */
  public record Question(
      @Nullable Organisation organisation,
      String topic,
      String subject,
      String words,
      String about) {}

  /**
   * Some of them, the latest change first.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<Thread> list(PersonId person, RequestDesk.@Nullable Place after, int limit) {
    return store.page(person, after, limit).stream().map(this::thread).toList();
  }

  /**
   * @throws Problem.NotFound if it is none of theirs
   */
  public Thread one(PersonId person, UUID id) {
    return thread(required(person, id));
  }

  /** What was written in it, the oldest first. */
  public List<Written> words(PersonId person, UUID id) {
    return messages.of(required(person, id).id()).stream()
        .map(m -> new Written(m.byStaff(), m.words(), m.at()))
        .toList();
  }

  /**
   * Asks; what the check finds goes along.
   *
   * @return the request
   * @throws Problem.Invalid for what cannot be sent
   * @throws Problem.TooMany where very much was asked
   */
  public UUID ask(PersonId person, Question question) {
    var wish =
        new Wish(
            Topic.of(question.topic().toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
            question.subject(),
            question.words(),
            question.about());
    var faults = faults(person, question, wish);
    if (!faults.isEmpty()) {
      throw new Problem.Invalid(faults);
    }
    var id = Ids.next();
    requests
        .ask(id, person, question.organisation(), wish)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "very much was asked; wait a moment");
        });
    return id;
  }

  private List<Fault> faults(PersonId person, Question question, Wish wish) {
    List<Fault> faults = new ArrayList<>();
    var objections = wish.objections();
    if (objections.contains(Objection.SUBJECT)) {
      faults.add(new Fault("/subject", "a line of 1 to " + LONGEST_SUBJECT + " characters"));
    }
    if (objections.contains(Objection.WORDS)) {
      faults.add(new Fault("/words", wrongWords()));
    }
    var of = question.organisation();
    boolean isKnown =
        wish.about().isEmpty()
            || of != null && check.ofEarner(person, of, wish.about(), Language.EN).isPresent();
    if (!isKnown) {
      faults.add(new Fault("/about", "the organisation has nothing of this uid"));
    }
    return faults;
  }

  private static String wrongWords() {
    return "text of 1 to " + LONGEST_WORDS + " characters";
  }

  /**
   * Adds to it; it waits for staff again.
   *
   * @throws Problem.TooMany where very much was written
   */
  public void reply(PersonId person, UUID id, String typed) {
    var request = required(person, id);
    var words = Wish.clean(typed.replace("\r\n", "\n"));
    if (!Wish.fits(words)) {
      throw new Problem.Invalid("/words", wrongWords());
    }
    requests
        .reply(request.id(), person, words)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "very much was written in this request; wait a moment");
        });
  }

  /** Ends it; whoever writes in it afterwards opens it again. */
  public void close(PersonId person, UUID id) {
    requests.close(required(person, id).id(), "person:" + person);
  }

  /** This person's request, whatever its state. */
  Request required(PersonId person, UUID id) {
    return store
        .find(id)
        .filter(r -> person.equals(r.person()))
        .orElseThrow(() -> new Problem.NotFound("there is no request " + id));
  }

  private Thread thread(Request request) {
    return new Thread(
        request.id(),
        requests.organisation(request),
        OwnCheck.word(request.state()),
        OwnCheck.word(request.topic()),
        request.subject(),
        request.about(),
        request.findings(),
        request.askedAt(),
        request.changedAt());
  }
}
