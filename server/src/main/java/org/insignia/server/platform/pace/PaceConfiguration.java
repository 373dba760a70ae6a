package org.insignia.server.platform.pace;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class PaceConfiguration {
  /** Before the valve that believes proxies: it is the peer whose connection is closed. */
  @Bean
  @Order(-1)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyClock() {
    return factory -> {
      factory.setProtocol(ClosableHttp.class.getName());
      factory.addEngineValves(new BodyClock(System::nanoTime));
    };
  }
}
