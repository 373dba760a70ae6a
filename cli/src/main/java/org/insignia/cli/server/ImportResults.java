package org.insignia.cli.server;

import static org.insignia.cli.server.RowReport.number;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia import results FILE --provider NAME}. */
@Command(
    name = "results",
    mixinStandardHelpOptions = true,
    description = {
      "Imports a delivery provider's results file: the canonical CSV, a Pearson VUE file (.dat, .txt) or a zip of these.",
      "Waits for the report. Ends with 1 if a row or the file was refused."
    })
final class ImportResults implements Callable<Integer> {
  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "NAME",
      description = "Who sent it, for example pearson-vue.")
  private String provider = "";

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "200",
      description = "List at most N refused or held rows (default: 200).")
  private int rows = 200;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var terminal = Objects.requireNonNull(spec).commandLine();
    try {
      var client = server.client();
      var report = follow(client, send(client), terminal.getErr());
      if (server.json()) {
        terminal.getOut().println(Json.write(report));
      } else {
        print(report, terminal.getOut());
      }
      return number(report, "refused") > 0 || "REFUSED".equals(report.string("state")) ? 1 : 0;
    } catch (ServerTrouble trouble) {
      terminal.getErr().println(trouble.getMessage());
      return 2;
    }
  }

  private JsonObject send(ServerClient client) {
    var body = ServerClient.file(file);
    var organisation = server.organisationQuery();
    var query =
        "provider="
            + ServerClient.encode(provider)
            + "&file="
            + ServerClient.encode(String.valueOf(file.getFileName()))
            + (organisation.isEmpty() ? "" : "&" + organisation);
    return client.post("/rest/v1/imports/results?" + query, "application/octet-stream", body);
  }

  private JsonObject follow(ServerClient client, JsonObject started, PrintWriter progress) {
    return RowReport.follow(
        client,
        "/rest/v1/imports/results/" + started.string("id") + "?rows=" + rows,
        progress,
        report -> number(report, "rows") + " rows judged");
  }

  private static void print(JsonObject report, PrintWriter out) {
    out.println(
        report.string("file")
            + " from "
            + report.string("provider")
            + ": "
            + number(report, "rows")
            + " rows");
    for (var count : List.of("accepted", "duplicates", "held", "refused")) {
      out.println("  " + count + ": " + number(report, count));
    }
    for (var notice : report.list("notices")) {
      if (notice instanceof JsonString(String text)) {
        out.println("  " + text);
      }
    }
    RowReport.printRows(report, out);
  }
}
