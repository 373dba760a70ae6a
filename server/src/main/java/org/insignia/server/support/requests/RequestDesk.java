package org.insignia.server.support.requests;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.support.requests.Request.Message;
import org.insignia.server.support.requests.Request.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The requests of an organisation, or those to the operator where none is named, for whoever
 * answers them. Who may is asked at the door; another's requests, and those that nobody confirmed,
 * do not exist here.
 */
@Component
public class RequestDesk {
  /** The longest answer, in characters. */
  public static final int LONGEST_WORDS = Wish.LONGEST_WORDS;

  /** Those that staff see. */
  public static final List<String> STATES = List.of("open", "answered", "closed");

  private final Requests requests;
  private final RequestStore store;
  private final MessageStore messages;
  private final Accounts accounts;
  private final Members members;

  RequestDesk(
      Requests requests,
      RequestStore store,
      MessageStore messages,
      Accounts accounts,
      Members members) {
    this.requests = requests;
    this.store = store;
    this.messages = messages;
    this.accounts = accounts;
    this.members = members;
  }

  /**
   * A request.
   *
   * @param asker where who asks is reached; empty where they are not any more
   * @param about uid of what a badge is missing for; empty for nothing
   * @param assignee who sees to it; null while nobody does
   */
  public record Thread(
      UUID id,
      String state,
      String topic,
      String subject,
      String name,
      String asker,
      Language language,
      String about,
      @Nullable UUID assignee,
      Instant askedAt,
      Instant changedAt) {}

  /**
   * Something that was written in one.
   *
   * @param author name of the member of staff; empty for who asked
   */
  public record Written(boolean byStaff, String author, String words, Instant at) {}

  /** A place in the list: what changed last stands first. */
  public record Place(Instant changedAt, UUID id) {}

  /**
   * Some of them, the latest change first.
   *
   * @param state one of {@link #STATES}
   * @param after the last one of the page before; null for the first page
   */
  public List<Thread> list(
      @Nullable OrganisationId organisation, String state, @Nullable Place after, int limit) {
    return store.page(organisation, state(state), after, limit).stream().map(this::thread).toList();
  }

  /**
   * @throws Problem.NotFound if the organisation has no such request
   */
  public Thread one(@Nullable OrganisationId organisation, UUID id) {
    return thread(required(organisation, id));
  }

  /** What was written in it, the oldest first. */
  public List<Written> words(@Nullable OrganisationId organisation, UUID id) {
    return messages.of(required(organisation, id).id()).stream()
        .map(m -> new Written(m.byStaff(), author(m), m.words(), m.at()))
        .toList();
  }

  private String author(Message message) {
    var author = message.author();
    return message.byStaff() && author != null
        ? accounts.find(author).map(org.insignia.server.accounts.Person::name).orElse("")
        : "";
  }

  /**
   * Answers in somebody's name, who sees to it from now on if nobody does; the asker is written to.
   *
   * @param by null: nobody in particular
   * @throws Problem.TooMany where very much was written
   */
  public void answer(
      @Nullable OrganisationId organisation,
      UUID id,
      @Nullable PersonId by,
      String actor,
      String words) {
    var clean = Wish.clean(words.replace("\r\n", "\n"));
    if (!Wish.fits(clean)) {
      throw new Problem.Invalid("/words", "text of 1 to " + LONGEST_WORDS + " characters");
    }
    requests
        .answer(required(organisation, id).id(), by, actor, clean)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "very much was written in this request; wait a moment");
        });
  }

  /** Ends it; whoever writes in it afterwards opens it again. */
  public void close(@Nullable OrganisationId organisation, UUID id, String actor) {
    requests.close(required(organisation, id).id(), actor);
  }

  /** Makes it wait for staff again. */
  public void reopen(@Nullable OrganisationId organisation, UUID id, String actor) {
    requests.reopen(required(organisation, id).id(), actor);
  }

  /**
   * Says who sees to it.
   *
   * @param to null: nobody
   * @throws Problem.Invalid for somebody who does not answer here
   */
  public void assign(
      @Nullable OrganisationId organisation, UUID id, @Nullable PersonId to, String actor) {
    var request = required(organisation, id);
    if (to != null && !answersHere(organisation, to.value())) {
      throw new Problem.Invalid("/assignee", "nobody who answers here: " + to.value());
    }
    requests.assign(request.id(), to, actor);
  }

  private boolean answersHere(@Nullable OrganisationId organisation, UUID person) {
    return organisation == null
        ? members.isOperator(person)
        : members.roleOf(person, organisation).filter(r -> r.includes(Role.ISSUER)).isPresent();
  }

  Request required(@Nullable OrganisationId organisation, UUID id) {
    return store
        .find(id)
        .filter(r -> Objects.equals(r.organisation(), organisation))
        .filter(r -> r.state() != State.UNCONFIRMED)
        .orElseThrow(() -> new Problem.NotFound("there is no request " + id));
  }

  private static State state(String word) {
    return State.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Thread thread(Request request) {
    return new Thread(
        request.id(),
        word(request.state()),
        word(request.topic()),
        request.subject(),
        request.name(),
        requests.askerOf(request).map(EmailAddress::value).orElse(""),
        request.language(),
        request.about(),
        Optional.ofNullable(request.assignee()).map(PersonId::value).orElse(null),
        request.askedAt(),
        request.changedAt());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
