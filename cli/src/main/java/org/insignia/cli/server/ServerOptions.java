package org.insignia.cli.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server is and how to show who asks. */
final class ServerOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The server's data folder (default: INSIGNIA_DATA or ./data).")
  private @Nullable Path data;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The server's address (default: the one in its data folder).")
  private @Nullable URI server;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "The administrator's token (default: the one in the data folder).")
  private @Nullable String token;

  @Option(
      names = "--organisation",
      paramLabel = "SLUG",
      description = "Whose it is (default: the organisation founded first).")
  private @Nullable String organisation;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  /** Query part that names the organisation; empty for the first one. */
  String organisationQuery() {
    return organisation == null ? "" : "organisation=" + ServerClient.encode(organisation);
  }

  /**
   * The client for it.
   *
   * @throws ServerTrouble if the data folder tells nothing
   */
  ServerClient client() {
    return new ServerClient(
        server == null ? URI.create(read("server.address")) : server,
        token == null ? read("admin.token") : token);
  }

  private String read(String file) {
    var folder = data != null ? data : Path.of(environment("INSIGNIA_DATA", "data"));
    try {
      return Files.readString(folder.resolve(file)).strip();
    } catch (IOException e) {
      throw new ServerTrouble(
          "cannot read "
              + folder.resolve(file).toAbsolutePath()
              + ": is a server running with this data folder? Name it with --data DIR, or give --server and --token");
    }
  }

  private static String environment(String name, String otherwise) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
