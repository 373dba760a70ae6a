package org.insignia.server.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of this moment, to read; brought by import or made by hand. */
@RestController
@RequestMapping("/rest/v1/catalogue")
class CatalogueApi {
  private final ApiDoor door;
  private final Catalog catalog;
  private final EntryViews views;
  private final Settings settings;

  CatalogueApi(ApiDoor door, Catalog catalog, EntryViews views, Settings settings) {
    this.door = door;
    this.catalog = catalog;
    this.views = views;
    this.settings = settings;
  }

  private CatalogVersion version(HttpServletRequest request) {
    return catalog.current(door.enter(request, Scope.CATALOGUE_READ).organisation().id());
  }

  @GetMapping("/exams")
  ResponseEntity<Listing<EntryJson.Exam>> exams(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var version = version(request);
    return page(version.exams(), e -> e.uid(), e -> EntryJson.exam(e, version, null), limit, after);
  }

  @GetMapping("/exams/{slug}")
  EntryJson.Exam exam(@PathVariable String slug, HttpServletRequest request) {
    return views.exam(door.enter(request, Scope.CATALOGUE_READ), slug);
  }

  @GetMapping("/certifications")
  ResponseEntity<Listing<EntryJson.Certification>> certifications(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var version = version(request);
    return page(
        version.certifications(),
        c -> c.uid(),
        c -> EntryJson.certification(c, version, null),
        limit,
        after);
  }

  @GetMapping("/certifications/{slug}")
  EntryJson.Certification certification(@PathVariable String slug, HttpServletRequest request) {
    return views.certification(door.enter(request, Scope.CATALOGUE_READ), slug);
  }

  private <E, J> ResponseEntity<Listing<J>> page(
      List<E> all, Function<E, String> uid, Function<E, J> shown, String limit, String after) {
    var page = Page.of(limit, after);
    var rows =
        all.stream()
            .filter(e -> page.after().isEmpty() || uid.apply(e).compareTo(page.after()) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Listing.answer(page, rows, uid, shown, settings.url("").toString());
  }
}
