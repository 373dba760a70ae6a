package org.insignia.server.support.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Threads for who asked: by their account, or by the link in a letter where they have none. Looking
 * at the link has no effect; a request of somebody else does not exist.
 */
@Controller
class ThreadPages {
  private static final String MINE = "/help/requests";
  private static final String LINKED = "/help/request/";

  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of(
          "asked", "requests.done.asked",
          "written", "requests.done.written",
          "closed", "requests.done.closed");

  private final Requests requests;
  private final RequestStore store;
  private final OwnRequests own;
  private final RequestLinks links;
  private final ThreadViews views;

  ThreadPages(
      Requests requests,
      RequestStore store,
      OwnRequests own,
      RequestLinks links,
      ThreadViews views) {
    this.requests = requests;
    this.store = store;
    this.own = own;
    this.links = links;
    this.views = views;
  }

  /** A thread that may be read, and where its forms are sent. */
  private record Open(Request request, String path, Optional<PersonId> person) {
    String actor() {
      return person.map(p -> "person:" + p).orElse("request-link");
    }
  }

  @GetMapping(MINE)
  ModelAndView mine(
      @RequestParam(defaultValue = "") String done, HttpServletRequest request, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return Door.signInFirst(request);
    }
    var rows =
        store.of(person.get()).stream()
            .map(r ->
                new MinePage.Row(
                    MINE + "/" + r.id(),
                    r.subject(),
                    views.to(r, shell),
                    ThreadViews.tone(r),
                    ThreadViews.stateKey(r),
                    r.changedAt()))
            .toList();
    return View.of("support/requests/mine", new MinePage(rows, said(done, shell)));
  }

  @GetMapping(MINE + "/{id}")
  ModelAndView one(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      Shell shell) {
    return Door.person().isEmpty()
        ? Door.signInFirst(request)
        : page(own(id), "", "", said(done, shell), HttpStatus.OK, shell);
  }

  @PostMapping(MINE + "/{id}/reply")
  ModelAndView reply(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String words, Shell shell) {
    return reply(own(id), words, shell);
  }

  @PostMapping(MINE + "/{id}/close")
  ModelAndView close(@PathVariable UUID id, Shell shell) {
    return close(own(id), shell);
  }

  private Open own(UUID id) {
    var person = Door.person();
    var request =
        person
            .map(p -> own.required(p, id))
            .orElseThrow(() -> new Problem.NotFound("request " + id));
    return new Open(request, MINE + "/" + id, person);
  }

  @GetMapping(LINKED + "{token}")
  ModelAndView linked(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String done,
      HttpServletResponse response,
      Shell shell) {
    return open(token, response)
        .map(open -> page(open, "", "", said(done, shell), HttpStatus.OK, shell))
        .orElseGet(ThreadPages::gone);
  }

  @PostMapping(LINKED + "{token}/confirm")
  ModelAndView confirm(@PathVariable String token, HttpServletResponse response, Shell shell) {
    return open(token, response)
        .map(open -> {
          requests.confirm(open.request().id());
          return SeeOther.at(shell.link(open.path() + "?done=asked"));
        })
        .orElseGet(ThreadPages::gone);
  }

  @PostMapping(LINKED + "{token}/reply")
  ModelAndView linkedReply(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Shell shell) {
    return open(token, response)
        .map(open -> reply(open, words, shell))
        .orElseGet(ThreadPages::gone);
  }

  @PostMapping(LINKED + "{token}/close")
  ModelAndView linkedClose(@PathVariable String token, HttpServletResponse response, Shell shell) {
    return open(token, response).map(open -> close(open, shell)).orElseGet(ThreadPages::gone);
  }

  private Optional<Open> open(String token, HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    return SecretToken.parse(token)
        .flatMap(links::find)
        .map(request -> new Open(request, LINKED + token, Optional.empty()));
  }

  private ModelAndView reply(Open open, String typed, Shell shell) {
    var words = Wish.clean(typed.replace("\r\n", "\n"));
    if (!Wish.fits(words)) {
      var problem = shell.t("requests.ask.words-wrong", Wish.LONGEST_WORDS);
      return page(open, typed, problem, "", HttpStatus.UNPROCESSABLE_CONTENT, shell);
    }
    return requests
        .reply(open.request().id(), open.person().orElse(null), words)
        .map(wait -> {
          var problem = WaitWords.say(wait, shell);
          return page(open, typed, problem, "", HttpStatus.TOO_MANY_REQUESTS, shell);
        })
        .orElseGet(() -> SeeOther.at(shell.link(open.path() + "?done=written")));
  }

  private ModelAndView close(Open open, Shell shell) {
    requests.close(open.request().id(), open.actor());
    return SeeOther.at(shell.link(open.path() + "?done=closed"));
  }

  private ModelAndView page(
      Open open, String words, String problem, String done, HttpStatus status, Shell shell) {
    var page =
        new ThreadPage(
            views.forAsker(open.request(), shell),
            open.path(),
            open.request().state() == Request.State.UNCONFIRMED,
            open.person().isPresent(),
            words,
            problem,
            done);
    return View.of("support/requests/thread", page, status);
  }

  private static String said(String done, Shell shell) {
    return Optional.ofNullable(DONE.get(done)).map(shell::t).orElse("");
  }

  private static ModelAndView gone() {
    return View.of("support/requests/gone", new LinkPage(""), HttpStatus.NOT_FOUND);
  }
}
