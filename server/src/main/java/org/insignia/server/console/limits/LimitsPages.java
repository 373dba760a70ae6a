package org.insignia.server.console.limits;

import java.util.stream.Stream;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What an organisation may have at most, and has: for its staff. The operator sets it. */
@Controller
class LimitsPages {
  private static final long UNCOUNTED = -1;

  /** Nobody needs to know more exactly how many wait. */
  private static final int COUNTED = 1_000_000;

  private final StaffDoor door;
  private final Allowances limits;
  private final Outbox outbox;

  LimitsPages(StaffDoor door, Allowances limits, Outbox outbox) {
    this.door = door;
    this.limits = limits;
    this.outbox = outbox;
  }

  @GetMapping("/console/{slug}/limits")
  ModelAndView look(@PathVariable String slug, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    return View.of(
        "console/limits",
        new LimitsPage(
            slug,
            organisation.name(),
            Stream.of(Limit.values()).map(limit -> row(organisation.id(), limit)).toList(),
            outbox.heldBack(organisation.id().value(), COUNTED)));
  }

  private LimitsPage.Row row(OrganisationId organisation, Limit limit) {
    long most = limits.of(organisation, limit);
    long used = limits.used(organisation, limit).orElse(UNCOUNTED);
    return new LimitsPage.Row(limit.name(), used, most, used >= most);
  }
}
