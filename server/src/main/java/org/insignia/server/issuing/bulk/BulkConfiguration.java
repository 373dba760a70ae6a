package org.insignia.server.issuing.bulk;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BulkConfiguration {
  @Bean
  Worker bulkWorker(RunWork work) {
    return new Worker("bulk", work);
  }
}
