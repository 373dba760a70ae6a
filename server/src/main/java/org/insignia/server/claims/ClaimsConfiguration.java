package org.insignia.server.claims;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClaimsConfiguration {
  @Bean
  Worker announcingWorker(Announcing announcing) {
    return new Worker("announcing", announcing);
  }
}
