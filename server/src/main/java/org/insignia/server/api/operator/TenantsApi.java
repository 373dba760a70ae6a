package org.insignia.server.api.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Suspension;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.organisations.founding.Foundation;
import org.insignia.server.organisations.founding.Foundation.Objection;
import org.insignia.server.organisations.founding.Founding;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisations of this server, and what the operator decides about each. */
@RestController
@RequestMapping("/rest/v1/server/organisations")
class TenantsApi {
  private final OperatorDoor door;
  private final Organisations organisations;
  private final Founding founding;
  private final Members members;
  private final Accounts accounts;
  private final Suspensions suspensions;
  private final Allowances limits;
  private final Settings settings;

  TenantsApi(
      OperatorDoor door,
      Organisations organisations,
      Founding founding,
      Members members,
      Accounts accounts,
      Suspensions suspensions,
      Allowances limits,
      Settings settings) {
    this.door = door;
    this.organisations = organisations;
    this.founding = founding;
    this.members = members;
    this.accounts = accounts;
    this.suspensions = suspensions;
    this.limits = limits;
    this.settings = settings;
  }

  /** One of a list. */
  record Row(UUID id, String slug, String name, boolean suspended) {}

  /**
   * One with all that the operator decides about it.
   *
   * @param suspension null while it is open
   * @param limits by their names
   */
  record Json(
      UUID id,
      String slug,
      String name,
      boolean suspended,
      int members,
      @Nullable Suspension suspension,
      Map<String, Bound> limits) {}

  /**
   * A limit.
   *
   * @param used how much of it there is; null where nothing counts it
   */
  record Bound(int value, int usual, int most, @Nullable Long used) {}

  @GetMapping
  ResponseEntity<Listing<Row>> list(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    door.enter(request);
    var page = Page.of(limit, after);
    if (name.length() > Foundation.LONGEST_NAME) {
      throw new Problem.Invalid("name", "at most " + Foundation.LONGEST_NAME + " characters");
    }
    if (!after.matches("[a-z0-9-]*")) {
      throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
    }
    var rows = organisations.bySlug(name.strip(), after, page.limit() + 1);
    var closed = suspensions.among(rows.stream().map(Organisation::id).toList());
    return Listing.answer(
        page,
        rows,
        Organisation::slug,
        o -> new Row(o.id().value(), o.slug(), o.name(), closed.contains(o.id())),
        settings.url("").toString());
  }

  /** Empty of everything but its key; whoever is named leads it. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> found(@RequestBody byte[] json, HttpServletRequest request) {
    var actor = door.enter(request);
    var body = Body.of(json);
    var wish = new Foundation(body.text("name", 1000), body.text("slug", 1000));
    var wrong = wish.objections();
    if (wrong.contains(Objection.NAME)) {
      body.wrong("name", "a line of 1 to " + Foundation.LONGEST_NAME + " characters");
    }
    if (wrong.contains(Objection.SLUG)) {
      body.wrong("slug", "2 to 60 lower-case letters a to z, digits and hyphens between them");
    }
    var owner = owner(body);
    body.end();
    var made = founding.found(actor, wish, owner);
    return ResponseEntity.created(settings.url("/rest/v1/server/organisations/" + made.slug()))
        .cacheControl(CacheControl.noStore())
        .body(json(made));
  }

  private Optional<UUID> owner(Body body) {
    var typed = body.text("owner", 320);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    var person = EmailAddress.parse(typed).flatMap(accounts::ownerOf);
    if (person.isEmpty()) {
      body.wrong("owner", "an e-mail address that somebody with an account here has confirmed");
    }
    return person.map(p -> p.value());
  }

  @GetMapping("/{slug}")
  ResponseEntity<Json> one(@PathVariable String slug, HttpServletRequest request) {
    door.enter(request);
    return whole(found(slug));
  }

  @PostMapping(path = "/{slug}/suspend", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> suspend(
      @PathVariable String slug, @RequestBody byte[] json, HttpServletRequest request) {
    var actor = door.enter(request);
    var organisation = found(slug);
    var body = Body.of(json);
    var why = body.required("why", Suspensions.LONGEST_REASON);
    body.end();
    suspensions.suspend(actor, organisation.id(), why);
    return whole(organisation);
  }

  @PostMapping("/{slug}/reopen")
  ResponseEntity<Json> reopen(@PathVariable String slug, HttpServletRequest request) {
    var actor = door.enter(request);
    var organisation = found(slug);
    suspensions.reopen(actor, organisation.id());
    return whole(organisation);
  }

  /** Sets those that the body names. */
  @PatchMapping(path = "/{slug}/limits", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> limit(
      @PathVariable String slug, @RequestBody byte[] json, HttpServletRequest request) {
    var actor = door.enter(request);
    var organisation = found(slug);
    var body = Body.of(json);
    Map<Limit, Integer> wanted = new EnumMap<>(Limit.class);
    for (var limit : Limit.values()) {
      var word = word(limit);
      if (body.isNull(word)) {
        wanted.put(limit, limit.usual());
      } else if (body.has(word)) {
        wanted.put(limit, body.number(word, 0, limit.most(), limit.usual()));
      }
    }
    body.end();
    limits.set(actor, organisation.id(), wanted);
    return whole(organisation);
  }

  /** As members of objects are written: {@code listRows}. */
  private static String word(Limit limit) {
    var words = Arrays.asList(limit.name().toLowerCase(Locale.ROOT).split("_", -1));
    var rest =
        words.stream()
            .skip(1)
            .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
            .toList();
    return words.getFirst() + String.join("", rest);
  }

  private Organisation found(String slug) {
    return organisations
        .find(slug)
        .orElseThrow(() -> new Problem.NotFound("there is no organisation " + slug));
  }

  private ResponseEntity<Json> whole(Organisation organisation) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(organisation));
  }

  private Json json(Organisation organisation) {
    var suspension = suspensions.of(organisation.id());
    var set = limits.of(organisation.id());
    Map<String, Bound> bounds = new java.util.LinkedHashMap<>();
    for (var limit : List.of(Limit.values())) {
      var used = limits.used(organisation.id(), limit);
      bounds.put(
          word(limit),
          new Bound(
              set.getOrDefault(limit, limit.usual()),
              limit.usual(),
              limit.most(),
              used.isPresent() ? used.getAsLong() : null));
    }
    return new Json(
        organisation.id().value(),
        organisation.slug(),
        organisation.name(),
        suspension.isPresent(),
        members.of(organisation.id()).size(),
        suspension.orElse(null),
        bounds);
  }
}
