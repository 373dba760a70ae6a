package org.insignia.server.support.requests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.WaitWords;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Requests as staff see them. An organisation's are for those who issue there; those to the
 * operator for those who run the server, under {@code /console/requests}.
 */
@Controller
class QueuePages {
  private static final int ON_A_PAGE = 25;
  private static final List<Request.State> SHOWN =
      List.of(Request.State.OPEN, Request.State.ANSWERED, Request.State.CLOSED);

  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of(
          "answered", "requests.done.answered",
          "closed", "requests.done.closed",
          "reopened", "requests.done.reopened");

  private final Requests requests;
  private final RequestDesk desk;
  private final RequestStore store;
  private final ThreadViews views;
  private final StaffDoor door;
  private final Accounts accounts;

  QueuePages(
      Requests requests,
      RequestDesk desk,
      RequestStore store,
      ThreadViews views,
      StaffDoor door,
      Accounts accounts) {
    this.requests = requests;
    this.desk = desk;
    this.store = store;
    this.views = views;
    this.door = door;
    this.accounts = accounts;
  }

  /** Whose queue it is; no organisation: the operator's. */
  private record Place(@Nullable Organisation organisation, String house, String base) {
    @Nullable OrganisationId id() {
      return organisation == null ? null : organisation.id();
    }
  }

  /** Lets in those who answer here; strangers learn nothing. */
  private Place enter(@Nullable String slug, Shell shell) {
    if (slug != null) {
      var organisation = door.enter(shell, slug, Role.ISSUER);
      return new Place(organisation, organisation.name(), "/console/" + slug + "/requests");
    }
    door.operator(shell);
    return new Place(null, shell.t("requests.operator"), "/console/requests");
  }

  @GetMapping({"/console/{slug}/requests", "/console/requests"})
  ModelAndView list(
      @PathVariable(required = false) @Nullable String slug,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = "0") String page,
      Shell shell) {
    var place = enter(slug, shell);
    var shown =
        SHOWN.stream().filter(s -> word(s).equals(state)).findFirst().orElse(Request.State.OPEN);
    int at = page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
    var found = store.queue(place.id(), shown, at * ON_A_PAGE, ON_A_PAGE + 1);
    var stem = place.base() + "?state=" + word(shown) + "&page=";
    return View.of(
        "support/requests/queue",
        new QueuePage(
            place.base(),
            place.house(),
            word(shown),
            SHOWN.stream()
                .map(s ->
                    new QueuePage.Count(
                        word(s), "requests.state." + s.name(), store.count(place.id(), s, 10_000)))
                .toList(),
            found.stream().limit(ON_A_PAGE).map(r -> row(place, r)).toList(),
            at == 0 ? "" : shell.link(stem + (at - 1)),
            found.size() > ON_A_PAGE ? shell.link(stem + (at + 1)) : ""));
  }

  private static String word(Request.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private QueuePage.Row row(Place place, Request request) {
    return new QueuePage.Row(
        place.base() + "/" + request.id(),
        request.subject(),
        request.name(),
        "requests.topic." + request.topic().name(),
        nameOf(request.assignee()),
        ThreadViews.tone(request),
        ThreadViews.stateKey(request),
        request.changedAt());
  }

  private String nameOf(@Nullable PersonId person) {
    return Stream.ofNullable(person)
        .flatMap(p -> accounts.find(p).stream())
        .map(Person::name)
        .findFirst()
        .orElse("");
  }

  @GetMapping({"/console/{slug}/requests/{id}", "/console/requests/{id}"})
  ModelAndView one(
      @PathVariable(required = false) @Nullable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      Shell shell) {
    var place = enter(slug, shell);
    var said = Optional.ofNullable(DONE.get(done)).map(shell::t).orElse("");
    return page(place, in(place, id), new Answer("", "", said), HttpStatus.OK, shell);
  }

  @PostMapping({"/console/{slug}/requests/{id}/answer", "/console/requests/{id}/answer"})
  ModelAndView answer(
      @PathVariable(required = false) @Nullable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String words,
      Shell shell) {
    var place = enter(slug, shell);
    var request = in(place, id);
    var clean = Wish.clean(words.replace("\r\n", "\n"));
    if (!Wish.fits(clean)) {
      var problem = shell.t("requests.ask.words-wrong", Wish.LONGEST_WORDS);
      return page(
          place, request, new Answer(words, problem, ""), HttpStatus.UNPROCESSABLE_CONTENT, shell);
    }
    return requests
        .answer(id, me(shell), StaffDoor.actor(shell), clean)
        .map(wait -> {
          var answer = new Answer(words, WaitWords.say(wait, shell), "");
          return page(place, request, answer, HttpStatus.TOO_MANY_REQUESTS, shell);
        })
        .orElseGet(() -> SeeOther.at(shell.link(place.base() + "/" + id + "?done=answered")));
  }

  @PostMapping({"/console/{slug}/requests/{id}/close", "/console/requests/{id}/close"})
  ModelAndView close(
      @PathVariable(required = false) @Nullable String slug, @PathVariable UUID id, Shell shell) {
    var place = enter(slug, shell);
    desk.close(place.id(), id, StaffDoor.actor(shell));
    return SeeOther.at(shell.link(place.base() + "/" + id + "?done=closed"));
  }

  @PostMapping({"/console/{slug}/requests/{id}/reopen", "/console/requests/{id}/reopen"})
  ModelAndView reopen(
      @PathVariable(required = false) @Nullable String slug, @PathVariable UUID id, Shell shell) {
    var place = enter(slug, shell);
    desk.reopen(place.id(), id, StaffDoor.actor(shell));
    return SeeOther.at(shell.link(place.base() + "/" + id + "?done=reopened"));
  }

  /** Takes it on, or gives it back where one has it. */
  @PostMapping({"/console/{slug}/requests/{id}/assign", "/console/requests/{id}/assign"})
  ModelAndView assign(
      @PathVariable(required = false) @Nullable String slug, @PathVariable UUID id, Shell shell) {
    var place = enter(slug, shell);
    var me = me(shell);
    boolean mine = me.equals(in(place, id).assignee());
    desk.assign(place.id(), id, mine ? null : me, StaffDoor.actor(shell));
    return SeeOther.at(shell.link(place.base() + "/" + id));
  }

  private static PersonId me(Shell shell) {
    return new PersonId(StaffDoor.person(shell));
  }

  private Request in(Place place, UUID id) {
    return desk.required(place.id(), id);
  }

  /** What stands in the form for an answer. */
  private record Answer(String words, String problem, String done) {}

  private ModelAndView page(
      Place place, Request request, Answer answer, HttpStatus status, Shell shell) {
    var address = requests.askerOf(request).map(EmailAddress::value).orElse("");
    var page =
        new StaffThreadPage(
            views.forStaff(request, shell),
            place.base(),
            place.base() + "/" + request.id(),
            place.house(),
            request.name(),
            address,
            request.person() != null,
            checkPath(place, request, address),
            nameOf(request.assignee()),
            me(shell).equals(request.assignee()),
            answer.words(),
            answer.problem(),
            answer.done());
    return View.of("support/requests/staff", page, status);
  }

  private static String checkPath(Place place, Request request, String address) {
    var organisation = place.organisation();
    return organisation == null || request.about().isEmpty() || address.isEmpty()
        ? ""
        : "/console/"
            + organisation.slug()
            + "/missing?who="
            + URLEncoder.encode(address, StandardCharsets.UTF_8)
            + "&what="
            + URLEncoder.encode(request.about(), StandardCharsets.UTF_8);
  }
}
