package org.insignia.server.catalog.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.ImportReport;
import org.insignia.server.catalog.PastImport;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.catalog.source.SourceProblem;
import org.insignia.server.catalog.source.SourceProblem.Severity;
import org.insignia.server.catalog.web.ReportPage.Group;
import org.insignia.server.catalog.web.ReportPage.Item;
import org.insignia.server.catalog.web.ReportPage.Trouble;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.platform.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Importing catalogue files by form, and the reports of it. */
@Controller
final class ImportPages {
  private static final int LISTED = 200;

  private final StaffDoor door;
  private final CatalogImports imports;

  ImportPages(StaffDoor door, CatalogImports imports) {
    this.door = door;
    this.imports = imports;
  }

  @GetMapping("/console/{slug}/catalogue/import")
  ModelAndView form(@PathVariable String slug, Shell shell) {
    Organisation organisation = door.enter(shell, slug, Role.ADMIN);
    return View.of("catalog/import", new ImportPage(slug, false, past(organisation)));
  }

  @PostMapping("/console/{slug}/catalogue/import")
  ModelAndView take(
      @PathVariable String slug,
      @RequestParam(name = "files", required = false) List<MultipartFile> sent,
      Shell shell) {
    Viewer viewer = shell.viewer();
    Organisation organisation = door.enter(viewer, slug, Role.ADMIN);
    List<SourceFile> files = new ArrayList<>();
    for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
      String name = file.getOriginalFilename();
      if (!file.isEmpty() && name != null) {
        files.add(new SourceFile(name, file::getInputStream));
      }
    }
    if (files.isEmpty() || viewer == null) {
      ImportPage page = new ImportPage(slug, true, past(organisation));
      return View.of("catalog/import", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    PastImport done = imports.importAndFile("person:" + viewer.id(), organisation.id(), files);
    return SeeOther.at(shell.link(path(slug, done)));
  }

  @GetMapping("/console/{slug}/catalogue/import/{id}")
  ModelAndView report(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    Organisation organisation = door.enter(shell, slug, Role.VIEWER);
    PastImport done =
        imports
            .past(organisation.id(), id)
            .orElseThrow(() -> new Problem.NotFound("no import " + id));
    return View.of("catalog/report", page(slug, done));
  }

  private List<ImportPage.Past> past(Organisation organisation) {
    return imports.past(organisation.id(), 20).stream()
        .map(done ->
            new ImportPage.Past(
                path(organisation.slug(), done),
                done.at(),
                done.report().added().size(),
                done.report().changed().size()
                    + done.report().renamed().size()
                    + done.report().retired().size(),
                done.report().unchanged().size(),
                done.report().refused()))
        .toList();
  }

  private static String path(String slug, PastImport done) {
    return "/console/" + slug + "/catalogue/import/" + done.id();
  }

  private static ReportPage page(String slug, PastImport done) {
    ImportReport report = done.report();
    List<Item> renamed =
        report.renamed().stream()
            .map(item -> new Item(EntryView.path(slug, item.to()), item.to(), item.from()))
            .toList();
    List<Trouble> problems =
        report.problems().stream()
            .sorted(Comparator.comparing(SourceProblem::severity))
            .limit(LISTED)
            .map(ImportPages::trouble)
            .toList();
    return new ReportPage(
        slug,
        done.at(),
        report.number(),
        report.exams(),
        report.certifications(),
        report.refused(),
        report.notices(),
        List.of(
            group("catalog.report.added", slug, report.added()),
            group("catalog.report.changed", slug, report.changed()),
            new Group("catalog.report.renamed", renamed.size(), renamed),
            group("catalog.report.retired", slug, report.retired()),
            group("catalog.report.unchanged", slug, report.unchanged())),
        problems,
        report.refused() + report.notices() - problems.size());
  }

  private static Group group(String key, String slug, List<ImportReport.Item> items) {
    return new Group(
        key,
        items.size(),
        items.stream()
            .limit(LISTED)
            .map(item -> new Item(path(slug, item), item.uid(), ""))
            .toList());
  }

  /** Renewals and roles have no page of their own. */
  private static String path(String slug, ImportReport.Item item) {
    return switch (item.kind()) {
      case EXAM, CERTIFICATION -> EntryView.path(slug, item.uid());
      case RENEWAL, ROLE -> "";
    };
  }

  private static Trouble trouble(SourceProblem problem) {
    return new Trouble(
        problem.file(),
        problem.line(),
        "catalog.problem." + problem.reason().name(),
        problem.detail(),
        problem.severity() == Severity.REFUSED);
  }
}
