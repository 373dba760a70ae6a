package org.insignia.server.issuing;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From intents to signed documents. */
@Configuration(proxyBeanMethods = false)
class IssuingWorkers {

  @Bean
  Worker signingWorker(SigningStep signing) {
    return new Worker("signing", signing);
  }

  @Bean
  @ConditionalOnMissingBean
  FaultPoints faultPoints() {
    return FaultPoints.NONE;
  }
}
