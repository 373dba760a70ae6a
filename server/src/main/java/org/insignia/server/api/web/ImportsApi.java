package org.insignia.server.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.PastImport;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes catalogue files from programs, and tells what came of those that were brought. */
@RestController
@RequestMapping("/rest/v1/imports")
class ImportsApi {
  private final Callers callers;
  private final ApiDoor door;
  private final CatalogImports catalogue;
  private final Settings settings;

  ImportsApi(Callers callers, ApiDoor door, CatalogImports catalogue, Settings settings) {
    this.callers = callers;
    this.door = door;
    this.catalogue = catalogue;
    this.settings = settings;
  }

  /** Imports all files of the request together, so that rows of one may refer to another. */
  @PostMapping("/catalogue")
  CatalogueReportJson catalogue(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam Optional<String> organisation,
      @RequestParam("file") List<MultipartFile> files) {
    var caller = callers.require(authorization, Scope.CATALOGUE_WRITE);
    var whose = callers.meant(caller, organisation);
    var sources =
        files.stream()
            .map(f -> new SourceFile(String.valueOf(f.getOriginalFilename()), f::getInputStream))
            .toList();
    return CatalogueReportJson.of(
        whose.slug(), catalogue.importAndFile(caller.actor(), whose.id(), sources));
  }

  /** What an import did, in figures. */
  record Line(
      UUID id,
      Instant at,
      String actor,
      int version,
      int added,
      int changed,
      int renamed,
      int retired,
      int unchanged,
      int refused,
      int notices) {
    static Line of(PastImport done) {
      var report = done.report();
      return new Line(
          done.id(),
          done.at(),
          done.actor(),
          report.number(),
          report.added().size(),
          report.changed().size(),
          report.renamed().size(),
          report.retired().size(),
          report.unchanged().size(),
          report.refused(),
          report.notices());
    }
  }

  /** The newest first. */
  @GetMapping("/catalogue")
  ResponseEntity<Listing<Line>> past(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_READ);
    var page = Page.of(limit, after);
    var organisation = visit.organisation().id();
    var rows =
        page.afterId()
            .map(last -> catalogue.before(organisation, last, page.limit() + 1))
            .orElseGet(() -> catalogue.past(organisation, page.limit() + 1));
    return Listing.answer(
        page, rows, past -> past.id().toString(), Line::of, settings.url("").toString());
  }

  /** The whole report of one. */
  @GetMapping("/catalogue/{id}")
  CatalogueReportJson one(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.CATALOGUE_READ);
    return catalogue
        .past(visit.organisation().id(), id)
        .map(done -> CatalogueReportJson.of(visit.organisation().slug(), done))
        .orElseThrow(() -> new Problem.NotFound("there is no import " + id));
  }
}
