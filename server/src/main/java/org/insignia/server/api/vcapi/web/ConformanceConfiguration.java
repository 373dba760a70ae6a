package org.insignia.server.api.vcapi.web;

import org.insignia.server.api.vcapi.OnlyForConformance;
import org.insignia.server.platform.web.Upload;
import org.insignia.server.verification.Verification;
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

  /**
   * Twice what is taken, so that one who sends too much is told so in the words of the interface.
   */
  @Bean
  Upload conformanceRequests() {
    return Upload.ofAnybody("/vc-api/.*", 2L * Verification.MOST_BYTES);
  }
}
