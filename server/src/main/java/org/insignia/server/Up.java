package org.insignia.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code insignia up}: starts the server and stays until it is told to stop. */
@Command(
    name = "insignia up",
    mixinStandardHelpOptions = true,
    description = "Starts the server. Without a database address it brings its own PostgreSQL.",
    footer =
        "Settings may also come from the environment: INSIGNIA_BASE_URL, INSIGNIA_DATABASE_URL, ... (docs/operations.md)")
public final class Up implements Callable<Integer> {
  private static final Set<String> VARIABLES =
      Set.of(
          "INSIGNIA_BASE_URL",
          "INSIGNIA_DATABASE_URL",
          "INSIGNIA_SMTP_URL",
          "INSIGNIA_MAIL_FROM",
          "INSIGNIA_DATA",
          "INSIGNIA_PORT",
          "INSIGNIA_DEMO",
          "INSIGNIA_ORGANISATION",
          "INSIGNIA_KEY_ENCRYPTION_KEY",
          "INSIGNIA_JAVA_OPTS");

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Port to listen on (default: 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for everything that is kept (default: ./data).")
  private @Nullable Path data;

  @Option(names = "--demo", description = "Lay demo data on first start and print its sign-ins.")
  private boolean demo;

  /** Entry of the packaged server. */
  public static void main(String[] args) {
    var status = new CommandLine(new Up()).execute(args);
    if (status != ExitCode.OK) {
      System.exit(status);
    }
  }

  @Override
  public Integer call() {
    refuseUnknownVariables();
    var settings = settings();
    refuseUnusable(settings);
    var application = new SpringApplication(Insignia.class);
    application.setDefaultProperties(Map.copyOf(settings));
    application.run();
    return ExitCode.OK;
  }

  /** What the command line says wins over the environment, which wins over the defaults. */
  private Map<String, String> settings() {
    var out = new LinkedHashMap<String, String>();
    var port = this.port == null ? env("INSIGNIA_PORT", "8080") : Integer.toString(this.port);
    out.put("insignia.port", port);
    out.put(
        "insignia.data",
        (data == null ? Path.of(env("INSIGNIA_DATA", "data")) : data)
            .toAbsolutePath()
            .normalize()
            .toString());
    out.put("insignia.base-url", env("INSIGNIA_BASE_URL", "http://localhost:" + port));
    out.put(
        "insignia.demo",
        Boolean.toString(demo || Boolean.parseBoolean(env("INSIGNIA_DEMO", "false"))));
    out.put("server.port", port);
    return out;
  }

  private static String env(String name, String otherwise) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  private void refuseUnknownVariables() {
    var unknown = new TreeSet<String>();
    for (var name : System.getenv().keySet()) {
      if (name.startsWith("INSIGNIA_") && !VARIABLES.contains(name)) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      throw refusal(
          "unknown settings in the environment: "
              + unknown
              + "; known are "
              + new TreeSet<>(VARIABLES));
    }
  }

  /** Says what cannot work before anything is started, in words instead of a stack trace. */
  private void refuseUnusable(Map<String, String> settings) {
    refuseUnless("http|https", settings.get("insignia.base-url"), "INSIGNIA_BASE_URL");
    refuseUnless("smtp|smtps", System.getenv("INSIGNIA_SMTP_URL"), "INSIGNIA_SMTP_URL");
    refuseUnless(
        "jdbc|postgres|postgresql",
        System.getenv("INSIGNIA_DATABASE_URL"),
        "INSIGNIA_DATABASE_URL");
    var port = settings.getOrDefault("insignia.port", "");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      throw refusal("the port must be a number up to 65535, was " + port);
    }
    refuseTakenPort(Integer.parseInt(port));
  }

  private void refuseUnless(String schemes, @Nullable String address, String setting) {
    if (address == null || address.isBlank()) {
      return;
    }
    var form = "(?:" + schemes + "):.*[^/:].*";
    if (!address.matches(form)) {
      throw refusal(
          setting + " must be an address that begins with " + schemes.replace("|", ": or ") + ":");
    }
  }

  private void refuseTakenPort(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress((InetAddress) null, port));
    } catch (IOException taken) {
      throw refusal("port " + port + " is taken by another program; choose one with --port N");
    }
  }

  private ParameterException refusal(String why) {
    return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), why);
  }
}
