package org.insignia.server.support.requests;

import java.util.Map;
import java.util.Objects;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.support.missing.FoundWords;
import org.insignia.server.support.requests.Request.Message;
import org.springframework.stereotype.Component;

/** Writes a thread for one of its two sides. */
@Component
final class ThreadViews {
  private static final Map<Request.State, String> TONES =
      Map.of(
          Request.State.UNCONFIRMED, "warn",
          Request.State.OPEN, "info",
          Request.State.ANSWERED, "good",
          Request.State.CLOSED, "none");

  private final Requests requests;
  private final MessageStore messages;
  private final Accounts accounts;
  private final FoundWords found;

  ThreadViews(Requests requests, MessageStore messages, Accounts accounts, FoundWords found) {
    this.requests = requests;
    this.messages = messages;
    this.accounts = accounts;
    this.found = found;
  }

  static String tone(Request request) {
    return Objects.requireNonNull(TONES.get(request.state()));
  }

  static String stateKey(Request request) {
    return "requests.state." + request.state().name();
  }

  /** Who is asked, by name. */
  String to(Request request, Shell shell) {
    return requests
        .organisation(request)
        .map(Organisation::name)
        .orElseGet(() -> shell.t("requests.operator"));
  }

  /** For who asked: staff speak as the organisation. */
  ThreadView forAsker(Request request, Shell shell) {
    return view(request, false, shell);
  }

  /** For staff, who see which of them wrote. */
  ThreadView forStaff(Request request, Shell shell) {
    return view(request, true, shell);
  }

  private ThreadView view(Request request, boolean staff, Shell shell) {
    var to = to(request, shell);
    return new ThreadView(
        request.subject(),
        to,
        "requests.topic." + request.topic().name(),
        tone(request),
        stateKey(request),
        request.state() == Request.State.CLOSED,
        request.askedAt(),
        request.findings().stream().map(f -> found.title(shell.language(), f)).toList(),
        messages.of(request.id()).stream()
            .map(m ->
                new ThreadView.Entry(
                    by(request, m, staff, to, shell), m.byStaff() == staff, m.at(), m.words()))
            .toList());
  }

  private String by(Request request, Message message, boolean staff, String to, Shell shell) {
    if (!message.byStaff()) {
      return staff ? request.name() : shell.t("requests.you");
    }
    var author = message.author();
    return staff && author != null ? accounts.find(author).map(Person::name).orElse(to) : to;
  }
}
