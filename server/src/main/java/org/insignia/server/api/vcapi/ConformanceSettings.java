package org.insignia.server.api.vcapi;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and for whom the conformance instances answer (docs/conformance.md).
 *
 * @param enabled default false: the routes do not exist
 * @param token what every request must show, 32 characters or more; absent: only programs on this
 *     machine are answered, and only where the server's own address is on this machine
 */
@ConfigurationProperties("insignia.conformance")
public record ConformanceSettings(@DefaultValue("false") boolean enabled, @Nullable String token) {
  private static final int SHORTEST_TOKEN = 32;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public ConformanceSettings {
    token = token == null || token.isBlank() ? null : token.strip();
    if (token != null && token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "INSIGNIA_CONFORMANCE_TOKEN must have " + SHORTEST_TOKEN + " characters or more");
    }
  }

  /**
   * Behind a proxy on the same machine every stranger seems to be local, so that a server with a
   * public address needs the token.
   *
   * @throws IllegalStateException where it has none
   */
  void refuseUnlessSafe(URI baseUrl) {
    if (token == null && !THIS_MACHINE.contains(baseUrl.getHost())) {
      throw new IllegalStateException(
          "conformance instances at the public address "
              + baseUrl
              + " need INSIGNIA_CONFORMANCE_TOKEN");
    }
  }
}
