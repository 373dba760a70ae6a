package org.insignia.server.api.vcapi.web;

import org.insignia.server.api.vcapi.OnlyForConformance;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the conformance instances need of the web server. First of its kind, so that the valve
 * stands before the one that believes proxies.
 */
@Component
@OnlyForConformance
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConformanceServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addEngineValves(new DirectPeer());
    factory.addConnectorCustomizers(
        connector -> connector.setEncodedSolidusHandling("passthrough"));
  }
}
