package org.insignia.server.api.web;

import java.util.List;
import java.util.Optional;
import org.insignia.server.api.AdminToken;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.organisations.Organisations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes catalogue files from the commands of this machine. */
@RestController
@RequestMapping("/rest/v1/imports")
class ImportsApi {
  private final AdminToken admin;
  private final Organisations organisations;
  private final CatalogImports catalogue;

  ImportsApi(AdminToken admin, Organisations organisations, CatalogImports catalogue) {
    this.admin = admin;
    this.organisations = organisations;
    this.catalogue = catalogue;
  }

  /** Imports all files of the request together, so that rows of one may refer to another. */
  @PostMapping("/catalogue")
  CatalogueReportJson catalogue(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam Optional<String> organisation,
      @RequestParam("file") List<MultipartFile> files) {
    admin.require(authorization);
    var whose = organisations.meant(organisation);
    var sources =
        files.stream()
            .map(f -> new SourceFile(String.valueOf(f.getOriginalFilename()), f::getInputStream))
            .toList();
    return CatalogueReportJson.of(
        whose.slug(), catalogue.importFiles(AdminToken.ACTOR, whose.id(), sources));
  }
}
