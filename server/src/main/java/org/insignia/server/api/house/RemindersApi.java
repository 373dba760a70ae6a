package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.claims.reminders.Reminders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When people are reminded of badges that wait for their answer. */
@RestController
@RequestMapping("/rest/v1/reminders")
class RemindersApi {
  private final ApiDoor door;
  private final Reminders reminders;

  RemindersApi(ApiDoor door, Reminders reminders) {
    this.door = door;
    this.reminders = reminders;
  }

  /**
   * The rule.
   *
   * @param days after the offer, ascending; empty: never
   */
  record Json(List<Integer> days) {
    Json {
      days = List.copyOf(days);
    }
  }

  @GetMapping
  Json look(HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_READ);
    return new Json(reminders.days(visit.organisation().id()));
  }

  /** Other days, for badges that wait already too. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Json change(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ORGANISATION_WRITE);
    var body = Body.of(json);
    if (!body.has("days") || body.isNull("days")) {
      body.wrong("days", "is needed: an array of days, an empty one for never");
    }
    var days = body.numbers("days", Reminders.MOST, 1, Reminders.LAST_DAY);
    if (body.faults().isEmpty() && !Reminders.isRule(days)) {
      body.wrong("days", "ascending, each once");
    }
    body.end();
    reminders.change(visit.actor(), visit.organisation().id(), days);
    return new Json(reminders.days(visit.organisation().id()));
  }
}
