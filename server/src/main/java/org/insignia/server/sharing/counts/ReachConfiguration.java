package org.insignia.server.sharing.counts;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReachConfiguration {
  /** Writes once a second; never asked again at once, so that counts gather meanwhile. */
  @Bean
  Worker reachWorker(Reach reach) {
    return new Worker(
        "reach",
        () -> {
          reach.write();
          return false;
        });
  }
}
