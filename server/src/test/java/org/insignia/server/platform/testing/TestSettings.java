package org.insignia.server.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the application of a test run a free port and a fresh data folder under {@code target}. */
final class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(socket.getLocalPort());
      var data = Files.createTempDirectory("insignia-test-");
      Map<String, Object> settings = new HashMap<>();
      settings.put("insignia.port", port);
      settings.put("server.port", port);
      settings.put("insignia.base-url", "http://localhost:" + port);
      settings.put("insignia.data", data.toString());
      settings.put("insignia.country-header", "CF-IPCountry");
      settings.put("insignia.limits.caller", "1000000"); // many tests are one caller
      settings.put("insignia.limits.network", "1000000");
      settings.put("insignia.insights.tagging", "false"); // tests say when, for they count changes
      provider(settings, 0, "Trusted", true);
      provider(settings, 1, "Other", false);
      provider(settings, 2, "Down", true);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sign-in provider; the test that needs it starts it at the address it has here. */
  private static void provider(
      Map<String, Object> settings, int number, String name, boolean verifiedAddresses)
      throws IOException {
    var stem = "insignia.oidc.providers[" + number + "].";
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings.put(stem + "issuer", "http://localhost:" + socket.getLocalPort());
    }
    settings.put(stem + "id", name.toLowerCase(Locale.ROOT));
    settings.put(stem + "name", name);
    settings.put(stem + "client-id", "insignia");
    settings.put(stem + "client-secret", "a secret between the two of " + name);
    settings.put(stem + "verified-addresses", verifiedAddresses);
  }
}
