package org.insignia.server.eligibility;

import org.insignia.server.catalog.Catalog;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.results.Results;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Runs the deciding in the background, on every node. */
@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {
  private final Results results;

  EligibilityConfiguration(Results results) {
    this.results = results;
  }

  @Bean
  Worker awardWorker(AwardWork work) {
    return new Worker("awards", work::once);
  }

  /** Another catalogue or other rules may give more for the same results. */
  @EventListener
  void on(Catalog.Changed changed) {
    results.reconsider(changed.organisation());
  }
}
