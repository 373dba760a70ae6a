package org.insignia.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.insignia.server.insights.index.opensearch.SearchSettings;
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
          "INSIGNIA_PROXIES",
          "INSIGNIA_COUNTRY_HEADER",
          "INSIGNIA_KEY_ENCRYPTION_KEY",
          "INSIGNIA_INBOX_FOLDER",
          "INSIGNIA_SEARCH_URL",
          "INSIGNIA_SEARCH_PREFIX",
          "INSIGNIA_SEARCH_CERTIFICATES",
          "INSIGNIA_LIMITS_CALLER",
          "INSIGNIA_LIMITS_NETWORK",
          "INSIGNIA_LIMITS_ITEMS",
          "INSIGNIA_TLS_KEYSTORE",
          "INSIGNIA_TLS_PASSWORD",
          "INSIGNIA_CONFORMANCE_ENABLED",
          "INSIGNIA_CONFORMANCE_TOKEN",
          "INSIGNIA_LOG",
          "INSIGNIA_JAVA_OPTS");

  private static final String TEXT = "text";
  private static final String JSON = "json";

  /** Sign-in providers, numbered from 0. */
  private static final Pattern PROVIDERS =
      Pattern.compile(
          "INSIGNIA_OIDC_PROVIDERS_\\d_(ID|NAME|ISSUER|CLIENTID|CLIENTSECRET|VERIFIEDADDRESSES)");

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
    var tls = env("INSIGNIA_TLS_KEYSTORE", "");
    out.put(
        "insignia.base-url",
        env("INSIGNIA_BASE_URL", (tls.isEmpty() ? "http" : "https") + "://localhost:" + port));
    out.put(
        "insignia.demo",
        Boolean.toString(demo || Boolean.parseBoolean(env("INSIGNIA_DEMO", "false"))));
    out.put("server.port", port);
    if (env("INSIGNIA_LOG", TEXT).equals(JSON)) {
      out.put("logging.structured.format.console", "logstash");
    }
    if (!tls.isEmpty()) {
      out.put("server.ssl.key-store", Path.of(tls).toUri().toString());
      out.put("server.ssl.key-store-type", "PKCS12");
      out.put("server.ssl.key-store-password", env("INSIGNIA_TLS_PASSWORD", ""));
    }
    return out;
  }

  private static String env(String name, String otherwise) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  private void refuseUnknownVariables() {
    var unknown = new TreeSet<String>();
    for (var name : System.getenv().keySet()) {
      if (name.startsWith("INSIGNIA_")
          && !VARIABLES.contains(name)
          && !PROVIDERS.matcher(name).matches()) {
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
    refuseProxies(env("INSIGNIA_PROXIES", "private"));
    var log = env("INSIGNIA_LOG", TEXT);
    if (!log.equals(TEXT) && !log.equals(JSON)) {
      throw refusal("INSIGNIA_LOG must be " + TEXT + " or " + JSON + ", was " + log);
    }
    refuseNoHeader(env("INSIGNIA_COUNTRY_HEADER", ""));
    refuseUnusableSearch();
    refuseUnreadable(env("INSIGNIA_TLS_KEYSTORE", ""));
    refuseOpenConformance(settings.getOrDefault("insignia.base-url", ""));
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

  private void refuseProxies(String proxies) {
    if (proxies.equals("private") || proxies.equals("none")) {
      return;
    }
    for (var address : proxies.split(",")) {
      try {
        InetAddress.ofLiteral(address.strip());
      } catch (IllegalArgumentException noAddress) {
        throw refusal(
            "INSIGNIA_PROXIES must be private, none, or addresses with commas between them; "
                + address.strip()
                + " is no address");
      }
    }
  }

  private void refuseNoHeader(String name) {
    if (!name.matches("[A-Za-z0-9-]{0,60}")) {
      throw refusal(
          "INSIGNIA_COUNTRY_HEADER must be the name of a header, for example CF-IPCountry");
    }
  }

  private void refuseUnusableSearch() {
    try {
      var unused =
          new SearchSettings(
              System.getenv("INSIGNIA_SEARCH_URL"),
              env("INSIGNIA_SEARCH_PREFIX", ""),
              System.getenv("INSIGNIA_SEARCH_CERTIFICATES"));
    } catch (IllegalArgumentException unusable) {
      throw refusal(String.valueOf(unusable.getMessage()));
    }
  }

  private void refuseUnreadable(String keyStore) {
    if (keyStore.isEmpty()) {
      return;
    }
    try (var in = Files.newInputStream(Path.of(keyStore))) {
      KeyStore.getInstance("PKCS12").load(in, env("INSIGNIA_TLS_PASSWORD", "").toCharArray());
    } catch (IOException | GeneralSecurityException | InvalidPathException unusable) {
      throw refusal(
          "INSIGNIA_TLS_KEYSTORE must be a PKCS#12 file that INSIGNIA_TLS_PASSWORD opens: "
              + unusable.getMessage());
    }
  }

  /** Where strangers come through a proxy, they would all seem to come from this machine. */
  private void refuseOpenConformance(String baseUrl) {
    if (Boolean.parseBoolean(env("INSIGNIA_CONFORMANCE_ENABLED", "false"))
        && env("INSIGNIA_CONFORMANCE_TOKEN", "").isEmpty()
        && !baseUrl.matches("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/?")) {
      throw refusal(
          "INSIGNIA_CONFORMANCE_ENABLED at the public address "
              + baseUrl
              + " needs INSIGNIA_CONFORMANCE_TOKEN (docs/conformance.md)");
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
