package org.insignia.server.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
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
      Map<String, Object> settings =
          Map.of(
              "insignia.port",
              port,
              "server.port",
              port,
              "insignia.base-url",
              "http://localhost:" + port,
              "insignia.data",
              data.toString());
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
