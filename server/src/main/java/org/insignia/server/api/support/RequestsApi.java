package org.insignia.server.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.support.requests.RequestDesk;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people ask of an organisation: for desks that have a program of their own for it. */
@RestController
@RequestMapping("/rest/v1/requests")
class RequestsApi {
  private final ApiDoor door;
  private final RequestDesk desk;
  private final Settings settings;

  RequestsApi(ApiDoor door, RequestDesk desk, Settings settings) {
    this.door = door;
    this.desk = desk;
    this.settings = settings;
  }

  /** The latest change first. */
  @GetMapping
  ResponseEntity<Listing<RequestJson>> list(
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_READ);
    var page = Page.of(limit, after);
    var wanted = RequestJson.state(state);
    var rows =
        desk.list(visit.organisation().id(), wanted, RequestJson.place(after), page.limit() + 1);
    return Listing.answer(
        page, rows, RequestJson::cursor, RequestJson::row, settings.url("").toString());
  }

  @GetMapping("/{id}")
  ResponseEntity<RequestJson> one(@PathVariable UUID id, HttpServletRequest request) {
    return whole(door.enter(request, Scope.SUPPORT_READ), id);
  }

  /** In the name of whoever made the token; the asker is written to. */
  @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RequestJson> answer(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_WRITE);
    var maker =
        visit
            .caller()
            .maker()
            .orElseThrow(
                () -> new Problem.Forbidden("this needs the token of somebody who works here"));
    var words = RequestJson.words(json);
    desk.answer(visit.organisation().id(), id, maker, "person:" + maker.value(), words);
    return whole(visit, id);
  }

  /** Says who sees to it. */
  @PostMapping(path = "/{id}/assign", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RequestJson> assign(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_WRITE);
    var to = RequestJson.assignee(json);
    desk.assign(visit.organisation().id(), id, to == null ? null : new PersonId(to), visit.actor());
    return whole(visit, id);
  }

  @PostMapping("/{id}/close")
  ResponseEntity<RequestJson> close(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_WRITE);
    desk.close(visit.organisation().id(), id, visit.actor());
    return whole(visit, id);
  }

  @PostMapping("/{id}/reopen")
  ResponseEntity<RequestJson> reopen(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.SUPPORT_WRITE);
    desk.reopen(visit.organisation().id(), id, visit.actor());
    return whole(visit, id);
  }

  private ResponseEntity<RequestJson> whole(Visit visit, UUID id) {
    var organisation = visit.organisation().id();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(RequestJson.whole(desk.one(organisation, id), desk.words(organisation, id)));
  }
}
