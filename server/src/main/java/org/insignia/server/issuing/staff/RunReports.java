package org.insignia.server.issuing.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of each row of a list, as a table to download. */
@Controller
class RunReports {
  private final StaffDoor door;
  private final Runs runs;
  private final RunTable table;

  RunReports(StaffDoor door, Runs runs, RunTable table) {
    this.door = door;
    this.runs = runs;
    this.table = table;
  }

  @GetMapping("/console/{slug}/issue/bulk/{id}/report.csv")
  void download(
      @PathVariable String slug, @PathVariable UUID id, Shell shell, HttpServletResponse response)
      throws IOException {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    Run run = runs.get(organisation.id(), id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment().filename("issued-" + id + ".csv").build().toString());
    try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
      table.write(run, shell::t, out);
    }
  }

  /** How large a list may be, and who may bring one. */
  @Configuration(proxyBeanMethods = false)
  static class Uploads {
    private static final long MOST = 520L << 20;

    @Bean
    Upload listOfRecipients(StaffDoor door) {
      return Upload.of(
          "/console/([^/]+)/issue/bulk",
          MOST,
          (request, viewer, path) -> door.enter(viewer, path.group(1), Role.ISSUER));
    }
  }
}
