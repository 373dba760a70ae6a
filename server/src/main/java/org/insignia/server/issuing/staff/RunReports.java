package org.insignia.server.issuing.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.RunRow;
import org.insignia.server.issuing.bulk.RunRow.Verdict;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.csv.CsvLine;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of each row of a list, as a table to download. */
@Controller
class RunReports {
  private static final int AT_ONCE = 1_000;

  private final StaffDoor door;
  private final Runs runs;

  RunReports(StaffDoor door, Runs runs) {
    this.door = door;
    this.runs = runs;
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
      out.write('\ufeff'); // spreadsheets take a file without it for Windows-1252
      var columns = Stream.of("line", "verdict", "recipient", "column", "why", "badge");
      out.write(CsvLine.of(columns.map(c -> shell.t("issuing.report." + c)).toList()));
      write(run, null, shell, out);
      write(run, Verdict.ISSUED, shell, out);
    }
  }

  private void write(Run run, @Nullable Verdict verdict, Shell shell, Writer out)
      throws IOException {
    long after = 0;
    while (true) {
      List<RunRow> rows = runs.rows(run, verdict, after, AT_ONCE);
      for (RunRow row : rows) {
        var credential = row.credential();
        out.write(
            CsvLine.of(
                List.of(
                    Long.toString(row.line()),
                    shell.t("issuing.verdict." + row.verdict().name()),
                    row.recipient(),
                    row.column(),
                    Sentences.of(shell, row.findings()),
                    credential == null ? "" : shell.absolute("/badges/" + credential.value()))));
        after = row.line();
      }
      if (rows.size() < AT_ONCE) {
        return;
      }
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
