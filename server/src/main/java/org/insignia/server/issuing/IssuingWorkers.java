package org.insignia.server.issuing;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

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

  /** Wakes the worker as soon as there is something for it, not only when it looks. */
  @Component
  static class Bell {
    private final Worker signingWorker;

    Bell(@Qualifier("signingWorker") Worker signingWorker) {
      this.signingWorker = signingWorker;
    }

    @TransactionalEventListener
    void intents(Intents.Stored stored) {
      signingWorker.wake();
    }
  }
}
