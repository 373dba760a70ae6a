package org.insignia.server.issuing;

import org.insignia.server.eligibility.Awards;
import org.insignia.server.platform.jobs.Worker;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** From awards to intents, from intents to signed documents. */
@Configuration(proxyBeanMethods = false)
class IssuingWorkers {

  @Bean
  Worker intentWorker(AwardStep awards) {
    return new Worker("intents", awards);
  }

  @Bean
  Worker signingWorker(SigningStep signing) {
    return new Worker("signing", signing);
  }

  @Bean
  @ConditionalOnMissingBean
  FaultPoints faultPoints() {
    return FaultPoints.NONE;
  }

  /** Wakes the workers as soon as there is something for them, not only when they look. */
  @Component
  static class Bells {
    private final Worker intentWorker;
    private final Worker signingWorker;

    Bells(
        @Qualifier("intentWorker") Worker intentWorker,
        @Qualifier("signingWorker") Worker signingWorker) {
      this.intentWorker = intentWorker;
      this.signingWorker = signingWorker;
    }

    @TransactionalEventListener
    void news(Awards.News news) {
      intentWorker.wake();
    }

    @TransactionalEventListener
    void intents(Intents.Stored stored) {
      signingWorker.wake();
    }
  }
}
