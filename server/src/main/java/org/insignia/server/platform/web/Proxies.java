package org.insignia.server.platform.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.insignia.server.platform.settings.Settings;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whose word counts on where a request came from: {@code X-Forwarded-For} and its kin are believed
 * of the proxies in the settings and of nobody else, or everybody could pretend to be anybody.
 */
@Component
@Order(0) // before the valve that sends hot pages, after the one that looks at the peer itself
final class Proxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  static final String PRIVATE = "private";
  static final String NONE = "none";

  private final String proxies;

  Proxies(Settings settings) {
    this.proxies = settings.proxies();
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (!proxies.equals(NONE)) {
      factory.addEngineValves(valve(proxies));
    }
  }

  static RemoteIpValve valve(String proxies) {
    var valve = new RemoteIpValve();
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    valve.setHostHeader("X-Forwarded-Host");
    valve.setPortHeader("X-Forwarded-Port");
    if (!proxies.equals(PRIVATE)) { // which is what the valve believes by itself
      valve.setInternalProxies(
          Arrays.stream(proxies.split(","))
              .map(String::strip)
              .map(address -> InetAddress.ofLiteral(address).getHostAddress())
              .map(Pattern::quote)
              .collect(Collectors.joining("|")));
    }
    return valve;
  }
}
