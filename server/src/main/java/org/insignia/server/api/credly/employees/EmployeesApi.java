package org.insignia.server.api.credly.employees;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.server.api.credly.objects.BadgeObjects;
import org.insignia.server.api.credly.objects.KnownBadges;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Filters;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.RequestReader;
import org.insignia.server.api.credly.wire.Sorts;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.credly.wire.TokenDoor.Guest;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.workforce.Employee;
import org.insignia.server.api.workforce.Employees;
import org.insignia.server.issuing.browse.BadgeSearch;
import org.insignia.server.issuing.browse.BadgeSearch.Direction;
import org.insignia.server.issuing.browse.Sought.By;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The employees of an organisation. */
@RestController
@RequestMapping("/v1/organizations/{organisation}/employees")
class EmployeesApi {
  private static final String WHAT = "Employee";
  private static final Scope[] READ = {Scope.PEOPLE_READ, Scope.PEOPLE_WRITE};
  private static final Scope[] BADGES = {Scope.BADGES_READ, Scope.BADGES_WRITE};

  private final TokenDoor door;
  private final RequestReader reader;
  private final Employees employees;
  private final EmployeeFilter filter;
  private final BadgeSearch search;
  private final KnownBadges badges;
  private final BadgeObjects objects;
  private final Settings settings;

  EmployeesApi(
      TokenDoor door,
      RequestReader reader,
      Employees employees,
      EmployeeFilter filter,
      BadgeSearch search,
      KnownBadges badges,
      BadgeObjects objects,
      Settings settings) {
    this.door = door;
    this.reader = reader;
    this.employees = employees;
    this.filter = filter;
    this.search = search;
    this.badges = badges;
    this.objects = objects;
    this.settings = settings;
  }

  @GetMapping
  ResponseEntity<Object> list(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    var page = page(request);
    var wanted = filter.wanted(guest.organisation(), Filters.of(request), Sorts.of(request));
    var found = employees.page(guest.organisation(), wanted, page.skip(), page.per());
    return Envelope.list(
        found.stream().map(EmployeeObjects::whole).toList(),
        employees.count(guest.organisation(), wanted),
        page);
  }

  @PostMapping
  ResponseEntity<Object> add(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.PEOPLE_WRITE);
    var said = EmployeeWishes.made(reader.read(request).unwrapped("employee"));
    return Envelope.made(
        EmployeeObjects.whole(employees.add(guest.actor(), guest.organisation(), said)));
  }

  @GetMapping("/{employee}")
  ResponseEntity<Object> one(
      @PathVariable String organisation,
      @PathVariable String employee,
      HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    return Envelope.of(EmployeeObjects.whole(employee(guest, employee)));
  }

  @PutMapping("/{employee}")
  ResponseEntity<Object> change(
      @PathVariable String organisation,
      @PathVariable String employee,
      HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.PEOPLE_WRITE);
    var before = employee(guest, employee);
    var said = EmployeeWishes.changed(reader.read(request).unwrapped("employee"), before.said());
    return Envelope.of(EmployeeObjects.whole(employees.change(guest.actor(), before, said)));
  }

  @DeleteMapping("/{employee}")
  ResponseEntity<Object> remove(
      @PathVariable String organisation,
      @PathVariable String employee,
      HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.PEOPLE_WRITE);
    employees.remove(guest.actor(), employee(guest, employee));
    return Envelope.nothing();
  }

  /** Answers with whom it wrote to; who answered or was written to within a day is left out. */
  @PostMapping("/send_invitations")
  ResponseEntity<Object> invite(@PathVariable String organisation, HttpServletRequest request) {
    var guest = door.enter(request, organisation, Scope.PEOPLE_WRITE);
    var call = EmployeeWishes.call(reader.read(request));
    var invited = employees.invite(guest.actor(), guest.organisation(), call);
    return Envelope.of(invited.stream().map(EmployeeObjects::whole).toList());
  }

  /** Their badges of this organisation, the latest first; for who may read both. */
  @GetMapping("/{employee}/data")
  ResponseEntity<Object> badges(
      @PathVariable String organisation,
      @PathVariable String employee,
      HttpServletRequest request) {
    var guest = door.enter(request, organisation, READ);
    door.enter(request, organisation, BADGES);
    var page = page(request);
    var sought = filter.badges(guest.organisation(), employee(guest, employee));
    var found = search.page(sought, By.DECIDED, Direction.DOWN, page.skip(), page.per());
    return Envelope.list(
        badges.of(guest.organisation(), found).stream().map(objects::whole).toList(),
        search.count(sought),
        page);
  }

  private Paging page(HttpServletRequest request) {
    return Paging.of(request, settings.baseUrl().toString());
  }

  private Employee employee(Guest guest, String id) {
    return employees
        .find(guest.organisation(), Ids.of(id, WHAT))
        .orElseThrow(() -> Refusal.unknown(WHAT));
  }
}
