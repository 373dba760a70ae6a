package org.insignia.cli.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** {@code insignia import catalogue PATH...}. */
@Command(
    name = "catalogue",
    aliases = "catalog",
    mixinStandardHelpOptions = true,
    description = {
      "Imports exams, certifications and their requirements from files or whole folders:",
      "JSON Lines (also .gz), YAML, and .tar.gz archives of these. Ends with 1 if a row or file was refused."
    })
final class ImportCatalogue implements Callable<Integer> {
  private static final int NOTICES = 10;

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--all",
      description = "List every entry and every notice, not only their numbers.")
  private boolean all;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    try {
      var multipart = new Multipart();
      var query = server.organisationQuery();
      var report =
          server
              .client()
              .post(
                  "/rest/v1/imports/catalogue" + (query.isEmpty() ? "" : "?" + query),
                  multipart.contentType(),
                  multipart.body(files()));
      if (server.json()) {
        out.println(Json.write(report));
      } else {
        print(report, out);
      }
      return report.get("refused") instanceof JsonNumber n && n.doubleValue() > 0 ? 1 : 0;
    } catch (ServerTrouble trouble) {
      spec.commandLine().getErr().println(trouble.getMessage());
      return 2;
    }
  }

  private Map<String, Path> files() {
    var files = new LinkedHashMap<String, Path>();
    for (var path : paths) {
      if (!Files.exists(path)) {
        throw new ServerTrouble("there is no file or folder " + path);
      }
      try (var below = Files.walk(path)) {
        below.filter(Files::isRegularFile).sorted().forEach(f -> files.put(name(path, f), f));
      } catch (IOException e) {
        throw new ServerTrouble("cannot read " + path + ": " + e.getMessage());
      }
    }
    if (files.isEmpty()) {
      throw new ServerTrouble("there are no files in " + paths);
    }
    return files;
  }

  private static String name(Path root, Path file) {
    return Files.isDirectory(root) ? root.relativize(file).toString() : file.toString();
  }

  private void print(JsonObject report, PrintWriter out) {
    out.println(
        "Catalogue version "
            + text(report, "version")
            + " of "
            + text(report, "organisation")
            + ": "
            + text(report, "certifications")
            + " certifications, "
            + text(report, "exams")
            + " exams");
    for (var list : List.of("added", "changed", "renamed", "retired", "unchanged")) {
      var items = report.list(list);
      out.println("  " + list + ": " + items.size());
      if (list.equals("renamed") || list.equals("retired") || all) {
        items.forEach(item -> out.println("    " + plain(item)));
      }
    }
    out.println(
        "  refused: " + text(report, "refused") + ", to look at: " + text(report, "notices"));
    var problems =
        report.list("problems").stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .collect(Collectors.partitioningBy(p -> "refused".equals(p.string("severity"))));
    problems.getOrDefault(true, List.of()).forEach(p -> out.println("    " + line(p)));
    var notices = problems.getOrDefault(false, List.of());
    notices.stream()
        .limit(all ? notices.size() : NOTICES)
        .forEach(p -> out.println("    " + line(p)));
    if (!all && notices.size() > NOTICES) {
      out.println(
          "    ... " + (notices.size() - NOTICES) + " more to look at; list them with --all");
    }
  }

  private static String line(JsonObject problem) {
    return text(problem, "severity")
        + "  "
        + text(problem, "file")
        + ":"
        + text(problem, "line")
        + "  "
        + text(problem, "text");
  }

  private static String text(JsonObject object, String name) {
    var value = object.get(name);
    return value == null ? "" : plain(value);
  }

  private static String plain(JsonValue value) {
    return switch (value) {
      case JsonString(String s) -> s;
      case JsonNumber(String literal) -> literal;
      case JsonObject o when o.get("from") != null -> text(o, "from") + " -> " + text(o, "to");
      default -> Json.write(value);
    };
  }
}
