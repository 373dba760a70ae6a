package org.insignia.server.api.web;

import java.util.List;
import java.util.Optional;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes catalogue files from programs. */
@RestController
@RequestMapping("/rest/v1/imports")
class ImportsApi {
  private final Callers callers;
  private final CatalogImports catalogue;

  ImportsApi(Callers callers, CatalogImports catalogue) {
    this.callers = callers;
    this.catalogue = catalogue;
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
        whose.slug(), catalogue.importFiles(caller.actor(), whose.id(), sources));
  }
}
