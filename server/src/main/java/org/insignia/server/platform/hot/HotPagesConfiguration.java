package org.insignia.server.platform.hot;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HotPagesConfiguration {
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> hotPagesFirst(HotPages pages) {
    return factory -> factory.addEngineValves(new HotPagesValve(pages));
  }
}
