package org.insignia.cli.server;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
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
    if (!Files.isRegularFile(file)) {
      throw new ServerTrouble("there is no file " + file);
    }
    var organisation = server.organisationQuery();
    var query =
        "provider="
            + ServerClient.encode(provider)
            + "&file="
            + ServerClient.encode(String.valueOf(file.getFileName()))
            + (organisation.isEmpty() ? "" : "&" + organisation);
    try {
      return client.post(
          "/rest/v1/imports/results?" + query,
          "application/octet-stream",
          BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new ServerTrouble("cannot read " + file);
    }
  }

  private JsonObject follow(ServerClient client, JsonObject started, java.io.PrintWriter progress) {
    var path = "/rest/v1/imports/results/" + started.string("id");
    long shown = -1;
    while (true) {
      var report = client.get(path + "?rows=" + rows);
      if (report.get("finished") instanceof JsonBoolean(boolean finished) && finished) {
        return report;
      }
      long judged = number(report, "rows");
      if (judged != shown && System.console() != null) {
        progress.print("\r" + judged + " rows judged");
        progress.flush();
        shown = judged;
      }
      client.pause();
    }
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
    for (var row : report.list("findings")) {
      if (row instanceof JsonObject r) {
        out.println(
            "    line "
                + number(r, "line")
                + "  "
                + r.string("verdict")
                + "  "
                + (Objects.toString(r.string("column"), "").isEmpty()
                    ? ""
                    : r.string("column") + ": ")
                + r.string("text"));
      }
    }
    if (report.get("more") instanceof JsonBoolean(boolean more) && more) {
      out.println("    ... more rows in the console, or with --rows N");
    }
  }

  private static long number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber n ? (long) n.doubleValue() : 0;
  }
}
