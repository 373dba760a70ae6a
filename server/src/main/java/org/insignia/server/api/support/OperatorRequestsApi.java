package org.insignia.server.api.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.operator.OperatorDoor;
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

/** What people ask of whoever runs the server. */
@RestController
@RequestMapping("/rest/v1/server/requests")
class OperatorRequestsApi {
  private final OperatorDoor door;
  private final RequestDesk desk;
  private final Settings settings;

  OperatorRequestsApi(OperatorDoor door, RequestDesk desk, Settings settings) {
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
    door.enter(request);
    var page = Page.of(limit, after);
    var rows =
        desk.list(null, RequestJson.state(state), RequestJson.place(after), page.limit() + 1);
    return Listing.answer(
        page, rows, RequestJson::cursor, RequestJson::row, settings.url("").toString());
  }

  @GetMapping("/{id}")
  ResponseEntity<RequestJson> one(@PathVariable UUID id, HttpServletRequest request) {
    door.enter(request);
    return whole(id);
  }

  /** In nobody's name in particular; the asker is written to. */
  @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RequestJson> answer(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var actor = door.enter(request);
    desk.answer(null, id, null, actor, RequestJson.words(json));
    return whole(id);
  }

  @PostMapping(path = "/{id}/assign", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RequestJson> assign(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var actor = door.enter(request);
    var to = RequestJson.assignee(json);
    desk.assign(null, id, to == null ? null : new PersonId(to), actor);
    return whole(id);
  }

  @PostMapping("/{id}/close")
  ResponseEntity<RequestJson> close(@PathVariable UUID id, HttpServletRequest request) {
    desk.close(null, id, door.enter(request));
    return whole(id);
  }

  @PostMapping("/{id}/reopen")
  ResponseEntity<RequestJson> reopen(@PathVariable UUID id, HttpServletRequest request) {
    desk.reopen(null, id, door.enter(request));
    return whole(id);
  }

  private ResponseEntity<RequestJson> whole(UUID id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(RequestJson.whole(desk.one(null, id), desk.words(null, id)));
  }
}
