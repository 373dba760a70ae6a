package org.insignia.cli.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
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

/** {@code insignia import wages FILE}. */
@Command(
    name = "wages",
    mixinStandardHelpOptions = true,
    description = {
      "Imports official wages by occupation: a national or state file of the U.S. Bureau of Labor Statistics",
      "(Occupational Employment and Wage Statistics) or an excerpt of one, saved as CSV, also .gz. Tells what was",
      "left out and why. Ends with 2 if it was refused."
    })
final class ImportWages implements Callable<Integer> {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "Of the survey; without it, the year in the file's name.")
  private int year;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var terminal = Objects.requireNonNull(spec).commandLine();
    try {
      var body = ServerClient.file(file);
      var report =
          server
              .client()
              .post(
                  "/rest/v1/imports/wages?year=" + (year == 0 ? yearOfName() : year),
                  "application/octet-stream",
                  body);
      terminal.getOut().println(server.json() ? Json.write(report) : told(report));
      return 0;
    } catch (ServerTrouble trouble) {
      terminal.getErr().println(trouble.getMessage());
      return 2;
    }
  }

  private static String told(JsonObject report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Wages of "
            + text(report.get("year"))
            + ": "
            + text(report.get("rows"))
            + " rows taken, "
            + text(report.get("withoutPay"))
            + " of them without a figure of pay");
    var left = report.object("leftOut");
    if (left != null) {
      left.members().forEach((why, count) -> lines.add("left out: " + text(count) + " " + why));
    }
    var missing = report.list("missingColumns");
    if (!missing.isEmpty()) {
      lines.add(
          "columns the file has not: "
              + missing.stream().map(ImportWages::text).collect(Collectors.joining(", ")));
    }
    report.list("faults").forEach(fault -> lines.add(text(fault)));
    return String.join("\n  ", lines);
  }

  private static String text(@Nullable JsonValue value) {
    return switch (value) {
      case JsonNumber(var literal) -> literal;
      case JsonString(var text) -> text;
      case null, default -> "";
    };
  }

  private int yearOfName() {
    var found = YEAR.matcher(file.getFileName().toString());
    if (!found.find()) {
      throw new ServerTrouble("the name of the file has no year: say which with --year");
    }
    return Integer.parseInt(found.group(1));
  }
}
