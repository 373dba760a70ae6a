package org.insignia.server.organisations.domain;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DomainWork {
  @Bean
  Worker domainWorker(DomainProofs proofs) {
    return new Worker("domains", proofs::once);
  }
}
