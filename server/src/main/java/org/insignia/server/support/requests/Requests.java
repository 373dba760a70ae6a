package org.insignia.server.support.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffMailboxes;
import org.insignia.server.organisations.Waiting;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.support.missing.Check;
import org.insignia.server.support.missing.Found;
import org.insignia.server.support.requests.Request.Message;
import org.insignia.server.support.requests.Request.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for support and their threads. Who may see a request is decided by the caller; what may
 * be done with it, here. A request of somebody without an account reaches nobody before they
 * confirmed it from their mailbox.
 */
@Service
public class Requests implements Sweep, Waiting {
  static final int MOST_MESSAGES = 200;
  private static final Duration UNCONFIRMED = Duration.ofDays(2);
  private static final int SWEPT_AT_ONCE = 500;

  /** Five are free; then a minute, doubling to half a day. */
  private static final Attempts.Rule ASKED =
      Attempts.Rule.easing(5, Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofDays(1));

  private static final Attempts.Rule WRITTEN =
      Attempts.Rule.easing(20, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(6));

  private final RequestStore store;
  private final MessageStore messages;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Check check;
  private final Attempts attempts;
  private final Outbox outbox;
  private final StaffMailboxes staff;
  private final Audit audit;
  private final Clock clock;

  Requests(
      RequestStore store,
      MessageStore messages,
      Accounts accounts,
      Organisations organisations,
      Check check,
      Attempts attempts,
      Outbox outbox,
      StaffMailboxes staff,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.messages = messages;
    this.accounts = accounts;
    this.organisations = organisations;
    this.check = check;
    this.attempts = attempts;
    this.outbox = outbox;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks, as somebody with an account; what the check finds goes along.
   *
   * @param id of the request that comes of it
   * @param of null: the operator
   * @return how long to wait, if too much was asked
   */
  @Transactional
  Optional<Duration> ask(UUID id, PersonId person, @Nullable Organisation of, Wish wish) {
    var wait = attempts.count(Attempts.subject("support", person.toString()), ASKED);
    if (wait.isPresent()) {
      return wait;
    }
    var who = accounts.person(person);
    var findings =
        of == null || wish.about().isEmpty()
            ? List.<Found>of()
            : check
                .ofEarner(person, of, wish.about(), who.language())
                .map(Check.Answer::found)
                .orElse(List.of());
    var now = clock.instant();
    var request =
        new Request(
            id,
            of == null ? null : of.id(),
            person,
            null,
            who.name(),
            who.language(),
            wish.topic(),
            wish.subject(),
            wish.about(),
            findings,
            State.OPEN,
            null,
            now,
            now);
    store.insert(request);
    tellStaff(request, write(request, false, person, wish.words()));
    record("person:" + person, request, "support.ask", wish.topic().name());
    return Optional.empty();
  }

  /**
   * Asks, as somebody without an account: nobody hears of it before the link in the letter was
   * followed. The work is the same for every address; beyond the limit no letter is written.
   */
  @Transactional
  void ask(Guest guest, @Nullable Organisation of, Wish wish) {
    var subject = Attempts.subject("support-guest", guest.address().key());
    boolean tooMany = attempts.count(subject, ASKED).isPresent();
    var now = clock.instant();
    var request =
        new Request(
            Ids.next(),
            of == null ? null : of.id(),
            null,
            guest.address(),
            guest.name(),
            guest.language(),
            wish.topic(),
            wish.subject(),
            "",
            List.of(),
            State.UNCONFIRMED,
            null,
            now,
            now);
    store.insert(request);
    write(request, false, null, wish.words());
    if (!tooMany) {
      outbox.queue(ConfirmRequestLetter.KIND, request.id(), guest.address());
    }
  }

  /** Somebody without an account. */
  record Guest(String name, EmailAddress address, Language language) {}

  /** Sends what waited for its asker to prove the mailbox; nothing happens where it was sent. */
  @Transactional
  void confirm(UUID id) {
    var request = locked(id);
    if (request.state() != State.UNCONFIRMED) {
      return;
    }
    store.move(id, State.OPEN, clock.instant());
    var address = request.address();
    if (address != null) {
      accounts.ownerOf(address).ifPresent(person -> store.link(address, person));
    }
    messages.of(id).stream().findFirst().ifPresent(first -> tellStaff(request, first));
    record("request-link", request, "support.ask", request.topic().name());
  }

  /**
   * Adds what its asker wrote; the request is open again.
   *
   * @return how long to wait, if too much was written
   */
  @Transactional
  Optional<Duration> reply(UUID id, @Nullable PersonId asker, String words) {
    var request = locked(id);
    if (request.state() == State.UNCONFIRMED) {
      throw new Problem.Conflict("this request was not confirmed");
    }
    var wait = limit(id);
    if (wait.isEmpty()) {
      var message = write(request, false, asker, words);
      store.move(id, State.OPEN, clock.instant());
      tellStaff(request, message);
      record(actor(asker), request, "support.reply", "asker");
    }
    return wait;
  }

  /**
   * Adds what a member of staff wrote, who sees to it from now on if nobody does.
   *
   * @param by null: nobody in particular
   * @return how long to wait, if too much was written
   */
  @Transactional
  Optional<Duration> answer(UUID id, @Nullable PersonId by, String actor, String words) {
    var request = locked(id);
    var wait = limit(id);
    if (wait.isEmpty()) {
      var message = write(request, true, by, words);
      store.move(id, State.ANSWERED, clock.instant());
      if (request.assignee() == null && by != null) {
        store.assign(id, by);
      }
      askerOf(request).ifPresent(to -> outbox.queue(AnsweredLetter.KIND, message.id(), to));
      record(actor, request, "support.reply", "staff");
    }
    return wait;
  }

  private Optional<Duration> limit(UUID id) {
    if (messages.count(id) >= MOST_MESSAGES) {
      throw new Problem.Conflict("a request has at most " + MOST_MESSAGES + " messages; ask anew");
    }
    return attempts.count(Attempts.subject("support-thread", id.toString()), WRITTEN);
  }

  /** Ends it; whoever writes in it afterwards opens it again. */
  @Transactional
  void close(UUID id, String actor) {
    move(id, State.CLOSED, actor, "support.close");
  }

  /** Makes it wait for staff again. */
  @Transactional
  void reopen(UUID id, String actor) {
    move(id, State.OPEN, actor, "support.reopen");
  }

  private void move(UUID id, State to, String actor, String action) {
    var request = locked(id);
    if (request.state() == State.UNCONFIRMED) {
      throw new Problem.Conflict("this request was not confirmed");
    }
    if (request.state() != to) {
      store.move(id, to, clock.instant());
      record(actor, request, action, "");
    }
  }

  /** Says who sees to it; null: nobody. */
  @Transactional
  void assign(UUID id, @Nullable PersonId to, String actor) {
    var request = locked(id);
    store.assign(id, to);
    record(actor, request, "support.assign", to == null ? "nobody" : "person:" + to);
  }

  private Request locked(UUID id) {
    return store.locked(id).orElseThrow(() -> new Problem.NotFound("request " + id));
  }

  private Message write(Request request, boolean byStaff, @Nullable PersonId author, String words) {
    var message = new Message(Ids.next(), request.id(), byStaff, author, words, clock.instant());
    messages.insert(message);
    return message;
  }

  private void tellStaff(Request request, Message message) {
    staffFor(request).ifPresent(to -> outbox.queue(AskedLetter.KIND, message.id(), to.address()));
  }

  /**
   * Where staff hear of a request: whoever sees to it; else the organisation's mailbox; else who
   * leads it. Requests to the operator go to one who runs the server.
   */
  Optional<StaffMailboxes.To> staffFor(Request request) {
    var assignee = request.assignee();
    var seesToIt = assignee == null ? List.<UUID>of() : List.of(assignee.value());
    var organisation = request.organisation();
    return staff
        .anyOf(seesToIt)
        .or(() -> organisation == null ? staff.operator() : staff.office(organisation));
  }

  /** Where who asked is reached at present. */
  Optional<EmailAddress> askerOf(Request request) {
    var person = request.person();
    return person == null
        ? Optional.ofNullable(request.address())
        : accounts.verifiedAddresses(person).stream().findFirst();
  }

  /** Who is asked; empty for the operator. */
  Optional<Organisation> organisation(Request request) {
    return Optional.ofNullable(request.organisation()).map(organisations::get);
  }

  @Override
  public List<Line> of(Organisation organisation) {
    long open = store.count(organisation.id(), State.OPEN, MOST + 1);
    var path = "/console/" + organisation.slug() + "/requests";
    return List.of(new Line("requests.waiting", open, path, Role.ISSUER));
  }

  private static String actor(@Nullable PersonId asker) {
    return asker == null ? "request-link" : "person:" + asker;
  }

  private void record(String actor, Request request, String action, String detail) {
    var organisation = request.organisation();
    audit.record(
        actor,
        organisation == null ? null : organisation.value(),
        action,
        "request:" + request.id(),
        detail);
  }

  @Override
  public String name() {
    return "support-unconfirmed";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweepUnconfirmed(now.minus(UNCONFIRMED), SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
