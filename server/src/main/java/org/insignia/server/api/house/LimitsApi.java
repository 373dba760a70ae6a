package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.platform.mail.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an organisation may have at most, and has. The operator sets it. */
@RestController
class LimitsApi {
  /** Nobody needs to know more exactly how many wait. */
  private static final int COUNTED = 1_000_000;

  private final ApiDoor door;
  private final Allowances limits;
  private final Outbox outbox;

  LimitsApi(ApiDoor door, Allowances limits, Outbox outbox) {
    this.door = door;
    this.limits = limits;
    this.outbox = outbox;
  }

  /**
   * All limits.
   *
   * @param heldLetters letters that wait for another day
   */
  record Json(List<Line> items, long heldLetters) {}

  /**
   * A limit.
   *
   * @param used null where nothing counts it
   * @param full whether there is no room for one more
   */
  record Line(String name, @Nullable Long used, long most, boolean full) {}

  @GetMapping("/rest/v1/organisation/limits")
  Json look(HttpServletRequest request) {
    var organisation = door.enter(request, Scope.ORGANISATION_READ).organisation().id();
    return new Json(
        Stream.of(Limit.values())
            .map(limit -> {
              long most = limits.of(organisation, limit);
              OptionalLong used = limits.used(organisation, limit);
              return new Line(
                  limit.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  used.isPresent() ? used.getAsLong() : null,
                  most,
                  used.isPresent() && used.getAsLong() >= most);
            })
            .toList(),
        outbox.heldBack(organisation.value(), COUNTED));
  }
}
