package org.insignia.cli.server;

import static org.insignia.cli.server.RowReport.number;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insignia import jobs FILE --kind KIND}. */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description = {
      "Imports job postings from a file, also one compressed with gzip. The file is read whole before anything is used.",
      "Ends with 1 if an item was refused or nothing was published."
    })
final class ImportJobs implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = {"--kind", "--format"},
      required = true,
      paramLabel = "KIND",
      description =
          "greenhouse, lever, ashby, personio, recruitee, remotive, arbeitnow, usajobs, schema-org, rss, csv or json-lines (also jsonl, ats-jsonl).")
  private String kind = "";

  @Option(
      names = "--feed",
      paramLabel = "NAME",
      description = "Feed to read it into; made where there is none (default: the file's name).")
  private String feed = "";

  @Option(
      names = "--address",
      paramLabel = "URL",
      description =
          "Where the file is from; personio and schema-org say it nowhere else and make ids and addresses of it.")
  private String address = "";

  @Option(
      names = "--employer",
      paramLabel = "NAME",
      description = "For postings that name no employer.")
  private String employer = "";

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "For places that name no country, for example DE.")
  private String country = "";

  @Option(
      names = "--add",
      description = "Keep what the feed has and the file has not; without it that is closed.")
  private boolean add;

  @Option(
      names = "--force",
      description = "Publish even if far fewer postings are in the file than in the feed.")
  private boolean force;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var terminal = Objects.requireNonNull(spec).commandLine();
    try {
      var report = send();
      if (server.json()) {
        terminal.getOut().println(Json.write(report));
      } else {
        print(report, terminal.getOut());
      }
      boolean published = List.of("good", "partial", "empty").contains(report.string("outcome"));
      return published && number(report, "refused") == 0 ? 0 : 1;
    } catch (ServerTrouble trouble) {
      terminal.getErr().println(trouble.getMessage());
      return 2;
    }
  }

  private JsonObject send() {
    var body = ServerClient.file(file);
    var name = feed.isEmpty() ? String.valueOf(file.getFileName()) : feed;
    var query =
        "kind="
            + ServerClient.encode(kind)
            + "&feed="
            + ServerClient.encode(name)
            + "&address="
            + ServerClient.encode(address)
            + "&employer="
            + ServerClient.encode(employer)
            + "&country="
            + ServerClient.encode(country)
            + "&add="
            + add
            + "&force="
            + force;
    return server
        .client()
        .post("/rest/v1/imports/postings?" + query, "application/octet-stream", body);
  }

  private static void print(JsonObject report, PrintWriter out) {
    out.println(
        report.string("name")
            + ": "
            + report.string("outcome")
            + ", "
            + number(report, "items")
            + " items, "
            + number(report, "open")
            + " open now");
    for (var sentence : List.of("reason", "advice")) {
      var said = Objects.toString(report.string(sentence), "");
      if (!said.isEmpty()) {
        out.println("  " + said);
      }
    }
    for (var count : List.of("added", "changed", "unchanged", "closed", "refused")) {
      out.println("  " + count + ": " + number(report, count));
    }
    if (number(report, "repeated") > 0) {
      out.println(
          "  repeated: "
              + number(report, "repeated")
              + " (an id that came before; the first counts)");
    }
    var refusals = report.list("refusals");
    refusals.stream()
        .limit(SHOWN)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .forEach(r ->
            out.println(
                "    item "
                    + number(r, "item")
                    + "  "
                    + r.string("name")
                    + "  "
                    + r.string("text")
                    + ": "
                    + r.string("value")));
    if (refusals.size() > SHOWN) {
      out.println("    ... more on the console, at /console/feeds");
    }
  }
}
