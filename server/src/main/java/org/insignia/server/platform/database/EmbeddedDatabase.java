package org.insignia.server.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL of our own in a data folder, for a first run and for tests. One folder, one
 * port, one password: when the server process was killed, its database is still running and is
 * taken over as it is.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String USER = "postgres";

  private final Path folder;
  private final int port;
  private final String password;
  private final @Nullable EmbeddedPostgres started;
  private final boolean visited;

  private EmbeddedDatabase(
      Path folder, int port, String password, @Nullable EmbeddedPostgres started, boolean visited) {
    this.folder = folder;
    this.port = port;
    this.password = password;
    this.started = started;
    this.visited = visited;
  }

  /**
   * Starts the database of this folder, creating it on first use, or takes over the one that still
   * runs.
   *
   * @param folder where its files live; created where absent
   */
  public static EmbeddedDatabase open(Path folder) {
    return open(folder, false);
  }

  /**
   * As {@link #open}, beside a server that may run or be started meanwhile: closing stops the
   * database only if nobody else uses it.
   */
  static EmbeddedDatabase visit(Path folder) {
    return open(folder, true);
  }

  private static EmbeddedDatabase open(Path folder, boolean visited) {
    try {
      Files.createDirectories(folder);
      var password = secret(folder.resolve("postgres.password"));
      var running = runningPort(folder).filter(p -> answers(p, password));
      if (running.isPresent()) {
        LOG.info(
            "taking over the embedded database that is still running on port {}", running.get());
        return new EmbeddedDatabase(folder, running.get(), password, null, visited);
      }
      int port = freePort(folder.resolve("postgres.port"));
      return new EmbeddedDatabase(folder, port, password, start(folder, port, password), visited);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the embedded database in " + folder, e);
    }
  }

  private static EmbeddedPostgres start(Path folder, int port, String password) throws IOException {
    var files = folder.resolve("postgres");
    boolean fresh = !Files.exists(files.resolve("PG_VERSION"));
    Files.deleteIfExists(files.resolve("postmaster.pid"));
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(files)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(Duration.ofSeconds(120))
            .setConnectConfig("password", password)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "128MB")
            .setServerConfig("max_wal_size", "2GB")
            .setServerConfig("jit", "off");
    var postgres = builder.start();
    if (fresh) {
      secure(postgres, files, password);
    }
    return postgres;
  }

  /**
   * Ends the trust that initdb gives to everybody on this machine: from now on the password is
   * asked.
   */
  private static void secure(EmbeddedPostgres postgres, Path files, String password)
      throws IOException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("alter user postgres password '" + password + "'");
      Files.writeString(
          files.resolve("pg_hba.conf"),
          """
          local all all scram-sha-256
          host all all 127.0.0.1/32 scram-sha-256
          """);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("cannot set the password of the embedded database", e);
    }
  }

  private static Optional<Integer> runningPort(Path folder) throws IOException {
    var pid = folder.resolve("postgres").resolve("postmaster.pid");
    if (!Files.exists(pid)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pid);
    return lines.size() > 3
        ? Optional.of(Integer.parseInt(lines.get(3).strip()))
        : Optional.empty();
  }

  private static boolean answers(int port, String password) {
    try (var connection = DriverManager.getConnection(url(port), USER, password)) {
      return connection.isValid(5);
    } catch (SQLException down) {
      return false;
    }
  }

  private static int freePort(Path file) throws IOException {
    if (Files.exists(file)) {
      int port = Integer.parseInt(Files.readString(file).strip());
      if (isFree(port)) {
        return port;
      }
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, Integer.toString(socket.getLocalPort()));
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** The JDBC address, without user and password. */
  public String url() {
    return url(port);
  }

  /** The user to connect as. */
  public String user() {
    return USER;
  }

  /** That user's password; it never leaves this machine. */
  public String password() {
    return password;
  }

  /** Stops the database in an orderly way, also one that was taken over. */
  @Override
  public void close() {
    if (visited && (started == null || isInUse())) {
      return;
    }
    try {
      if (started != null) {
        started.close();
      } else {
        stopTakenOver();
      }
    } catch (IOException e) {
      LOG.warn("the embedded database in {} did not stop in an orderly way", folder, e);
    }
  }

  private boolean isInUse() {
    try (var connection = DriverManager.getConnection(url(), USER, password);
        var others =
            connection
                .createStatement()
                .executeQuery(
                    """
                    select count(*) > 0 from pg_stat_activity
                     where backend_type = 'client backend' and pid <> pg_backend_pid()
                    """)) {
      return others.next() && others.getBoolean(1);
    } catch (SQLException down) {
      return false;
    }
  }

  /**
   * A postmaster does a fast shutdown on SIGINT; Java can only send SIGTERM, which waits for
   * clients: we have none left.
   */
  private void stopTakenOver() throws IOException {
    var pid = folder.resolve("postgres").resolve("postmaster.pid");
    if (Files.exists(pid)) {
      ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
          .ifPresent(ProcessHandle::destroy);
    }
  }
}
