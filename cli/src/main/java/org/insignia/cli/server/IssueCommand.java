package org.insignia.cli.server;

import static org.insignia.cli.server.RowReport.number;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
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

/** {@code insignia issue FILE}. */
@Command(
    name = "issue",
    mixinStandardHelpOptions = true,
    description = {
      "Issues badges to everybody on a CSV list: a header, then one row for each badge, with an e-mail address and a name.",
      "Waits for the report. The same list sent again issues nothing again. Ends with 1 if a row or the list was refused."
    })
public final class IssueCommand implements Callable<Integer> {
  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path file = Path.of("");

  @Option(
      names = "--badge",
      paramLabel = "SLUG",
      description = "The badge for rows that name none: its name in addresses.")
  private String badge = "";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Language of the mails for rows that name none (default: en).")
  private String language = "en";

  @Option(names = "--quiet", description = "Send no mails.")
  private boolean quiet;

  @Option(names = "--dry-run", description = "Read every row and issue nothing.")
  private boolean dry;

  @Option(
      names = "--again",
      description = "Bring the list as a new one, though it was brought before.")
  private boolean again;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "200",
      description = "List at most N rows that gave nothing (default: 200).")
  private int rows = 200;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var terminal = Objects.requireNonNull(spec).commandLine();
    try {
      var client = server.client();
      var begun = send(client);
      var report = RowReport.isFinished(begun) ? begun : follow(client, begun, terminal.getErr());
      if (server.json()) {
        terminal.getOut().println(Json.write(report));
      } else {
        print(report, terminal.getOut());
      }
      boolean whole =
          "DONE".equals(report.string("state")) || "CHECKED".equals(report.string("state"));
      return whole && number(report, "refused") == 0 ? 0 : 1;
    } catch (ServerTrouble trouble) {
      terminal.getErr().println(trouble.getMessage());
      return 2;
    }
  }

  private JsonObject send(ServerClient client) {
    var body = ServerClient.file(file);
    var organisation = server.organisationQuery();
    var query =
        "file="
            + ServerClient.encode(String.valueOf(file.getFileName()))
            + "&badge="
            + ServerClient.encode(badge)
            + "&language="
            + ServerClient.encode(language)
            + "&quiet="
            + quiet
            + "&dry="
            + dry
            + (organisation.isEmpty() ? "" : "&" + organisation);
    try {
      return client.postOnce(
          "/rest/v1/issue?" + query,
          "application/octet-stream",
          body,
          again ? UUID.randomUUID().toString() : key(query));
    } catch (IOException e) {
      throw new ServerTrouble("cannot read " + file);
    }
  }

  /** What is sent decides: the same again, for whatever reason, is the same request. */
  private String key(String query) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(query.getBytes(StandardCharsets.UTF_8));
      byte[] block = new byte[64 * 1024];
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        digest.update(block, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonObject follow(ServerClient client, JsonObject started, PrintWriter progress) {
    var organisation = server.organisationQuery();
    var path =
        "/rest/v1/issue/"
            + started.string("id")
            + "?rows="
            + rows
            + (organisation.isEmpty() ? "" : "&" + organisation);
    return RowReport.follow(
        client,
        path,
        progress,
        report -> number(report, "rows") + " rows (" + number(report, "percent") + " %)");
  }

  private void print(JsonObject report, PrintWriter out) {
    out.println(
        report.string("file")
            + ": "
            + Objects.toString(report.string("state"), "").toLowerCase(java.util.Locale.ROOT)
            + ", "
            + number(report, "rows")
            + " rows");
    out.println("  " + (dry ? "could be issued: " : "issued: ") + number(report, "issued"));
    out.println("  there already: " + number(report, "duplicates"));
    out.println("  refused: " + number(report, "refused"));
    for (var problem : report.list("problems")) {
      if (problem instanceof JsonString(String text)) {
        out.println("  " + text);
      }
    }
    RowReport.printRows(report, out);
  }
}
