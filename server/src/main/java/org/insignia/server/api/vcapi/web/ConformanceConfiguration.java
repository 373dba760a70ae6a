package org.insignia.server.api.vcapi.web;

import org.insignia.server.api.vcapi.OnlyForConformance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;

@Configuration(proxyBeanMethods = false)
@OnlyForConformance
class ConformanceConfiguration {

  @Bean
  HttpFirewall conformanceFirewall() {
    return new EncodedDids();
  }
}
