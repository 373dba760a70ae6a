package org.insignia.server.sharing.foreign;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ForeignConfiguration {
  @Bean
  Worker foreignBadgesWorker(ForeignBadges badges) {
    return new Worker("foreign-badges", badges::checkOne);
  }
}
