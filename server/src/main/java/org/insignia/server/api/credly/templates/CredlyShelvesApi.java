package org.insignia.server.api.credly.templates;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.server.api.credly.objects.OrganisationObjects;
import org.insignia.server.api.credly.objects.TemplateObjects;
import org.insignia.server.api.credly.objects.TemplateWords;
import org.insignia.server.api.credly.objects.TemplateWordsStore;
import org.insignia.server.api.credly.wire.Envelope;
import org.insignia.server.api.credly.wire.Paging;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.api.credly.wire.TokenDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.handmade.Neighbours;
import org.insignia.server.catalog.handmade.Neighbours.Filled;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.PublicAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The collections of an organisation: by their names for everybody, and listed for its programs
 * beside what it recommends.
 */
@RestController
class CredlyShelvesApi {
  private final TokenDoor door;
  private final Neighbours neighbours;
  private final Organisations organisations;
  private final TemplateObjects objects;
  private final TemplateWordsStore words;
  private final TemplateNeighbours recommended;
  private final Achievements achievements;
  private final Settings settings;

  CredlyShelvesApi(
      TokenDoor door,
      Neighbours neighbours,
      Organisations organisations,
      TemplateObjects objects,
      TemplateWordsStore words,
      TemplateNeighbours recommended,
      Achievements achievements,
      Settings settings) {
    this.door = door;
    this.neighbours = neighbours;
    this.organisations = organisations;
    this.objects = objects;
    this.words = words;
    this.recommended = recommended;
    this.achievements = achievements;
    this.settings = settings;
  }

  @GetMapping("/v1/organizations/{organisation}/collections")
  ResponseEntity<Object> list(@PathVariable String organisation, HttpServletRequest request) {
    var guest = enter(request, organisation);
    var page = Paging.of(request, settings.baseUrl().toString());
    var all = neighbours.shelves(guest.organisation().id());
    return Envelope.list(
        page.of(all).stream().map(CredlyShelvesApi::told).toList(), all.size(), page);
  }

  /** What staff recommend to whoever has a badge. */
  @GetMapping("/v1/organizations/{organisation}/recommendations")
  ResponseEntity<Object> recommendations(
      @PathVariable String organisation, HttpServletRequest request) {
    var guest = enter(request, organisation);
    var page = Paging.of(request, settings.baseUrl().toString());
    var gone = words.gone(guest.organisation().id());
    var templates =
        achievements.all(guest.organisation().id()).stream()
            .filter(a -> !gone.contains(a.id()))
            .toList();
    var all = recommended.all(recommended.among(guest.organisation(), templates));
    return Envelope.list(page.of(all), all.size(), page);
  }

  private TokenDoor.Guest enter(HttpServletRequest request, String organisation) {
    return door.enter(
        request,
        organisation,
        Scope.ACHIEVEMENTS_READ,
        Scope.ACHIEVEMENTS_WRITE,
        Scope.BADGES_READ);
  }

  private static Map<String, Object> told(Filled collection) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", collection.shelf().id().toString());
    json.put("name", collection.shelf().name());
    json.put("vanity_slug", slug(collection));
    json.put("badge_templates_count", collection.achievements().size());
    json.put(
        "created_at",
        org.insignia.server.api.credly.wire.Moments.stamp(
            OrganisationObjects.made(collection.shelf().id())));
    return json;
  }

  private static String slug(Filled collection) {
    return collection
        .shelf()
        .name()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** By the name of a collection as it stands in addresses, or by its id. */
  @GetMapping(
      "/organizations/{slug:[a-z0-9-]{2,60}}/collections/{name:.{1,200}}/badge_templates.json")
  ResponseEntity<byte[]> templates(
      @PathVariable String slug, @PathVariable String name, HttpServletRequest request) {
    var organisation = organisations.find(slug).orElseThrow(() -> Refusal.unknown("Organization"));
    var collection =
        neighbours.shelves(organisation.id()).stream()
            .filter(c -> slug(c).equals(name) || c.shelf().id().toString().equals(name))
            .findFirst()
            .orElseThrow(() -> Refusal.unknown("Collection"));
    var shown = collection.achievements().stream().filter(Achievement::isPublic).toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", told(organisation, shown));
    body.put("metadata", Map.of("count", shown.size(), "total_count", shown.size()));
    return PublicAnswer.of(
            Bytes.utf8(Json.write(JsonValue.from(body))),
            "application/json;charset=UTF-8",
            PublicAnswer.HIDEABLE)
        .to(request);
  }

  private List<Map<String, Object>> told(Organisation organisation, List<Achievement> shown) {
    var said = words.find(shown.stream().map(Achievement::id).toList());
    return shown.stream()
        .map(a ->
            objects.whole(organisation, a, said.getOrDefault(a.id(), TemplateWords.NONE), null))
        .toList();
  }
}
