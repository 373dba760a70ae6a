package org.insignia.server.api.credly.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.server.api.credly.wire.Filters;
import org.insignia.server.api.credly.wire.Ids;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Parameters;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.Sorts;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.PublicAnswer;
import org.insignia.server.sharing.directory.Holders;
import org.insignia.server.sharing.directory.Holders.Holder;
import org.insignia.server.sharing.directory.Holders.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who shows badges of an organisation, as programs that count people by country read it. */
@RestController
class CredlyDirectoryApi {
  private static final int LONGEST_PLACE = 100;

  private final Organisations organisations;
  private final Holders holders;
  private final Settings settings;

  CredlyDirectoryApi(Organisations organisations, Holders holders, Settings settings) {
    this.organisations = organisations;
    this.holders = holders;
    this.settings = settings;
  }

  @GetMapping("/v1/directory")
  ResponseEntity<byte[]> directory(HttpServletRequest request) {
    var organisation = organisation(Parameters.first(request, "organization_id"));
    var page = Paging.of(request, settings.baseUrl().toString());
    var place =
        Filters.of(request)
            .text("location_name", "location")
            .map(words -> words.substring(0, words.offsetByCodePoints(0, kept(words))))
            .orElse(null);
    var found =
        holders.find(
            new Holders.Question(
                organisation.id(), place, order(request), page.skip(), page.per()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", found.holders().stream().map(this::told).toList());
    body.put("metadata", page.metadata(found.holders().size(), found.total()));
    return PublicAnswer.of(
            Bytes.utf8(Json.write(JsonValue.from(body))),
            "application/json;charset=UTF-8",
            PublicAnswer.HIDEABLE)
        .to(request);
  }

  private static int kept(String words) {
    return Math.min(LONGEST_PLACE, words.codePointCount(0, words.length()));
  }

  private Organisation organisation(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      throw Refusal.invalid("Validation failed: organization_id is missing");
    }
    var plain = typed.strip();
    Optional<Organisation> found =
        Ids.find(plain)
            .map(id -> organisations.get(List.of(new OrganisationId(id))).stream().findFirst())
            .orElseGet(() ->
                plain.matches("[a-z0-9-]{2,60}") ? organisations.find(plain) : Optional.empty());
    return found.orElseThrow(() -> Refusal.unknown("Organization"));
  }

  /** The first key that is known; by name where there is none. */
  private static Order order(HttpServletRequest request) {
    return Sorts.of(request).keys().stream()
        .flatMap(key ->
            switch (key.name()) {
              case "alphabetical", "name" ->
                  Optional.of(key.descending() ? Order.BY_NAME_BACKWARDS : Order.BY_NAME).stream();
              case "total_badge_count", "badge_count" ->
                  Optional.of(key.descending() ? Order.MOST_BADGES : Order.FEWEST_BADGES).stream();
              default -> Optional.<Order>empty().stream();
            })
        .findFirst()
        .orElse(Order.BY_NAME);
  }

  private Map<String, Object> told(Holder holder) {
    var profile = holder.profile();
    var name = profile.person().name();
    int last = name.lastIndexOf(' ');
    var photo = profile.photoPath();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", profile.id().value().toString());
    json.put("first_name", last < 0 ? name : name.substring(0, last).strip());
    json.put("middle_name", "");
    json.put("last_name", last < 0 ? "" : name.substring(last + 1));
    json.put("name", name);
    json.put("headline", profile.headline());
    json.put("vanity_slug", profile.person().vanity());
    json.put("url", profile.path());
    json.put("photo_url", photo == null ? null : settings.baseUrl() + photo);
    json.put("badge_count", holder.badges());
    return json;
  }
}
