package org.insignia.server.results.intake;

import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.results.identity.ProposalSearch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResultsConfiguration {
  @Bean
  Worker intakeWorker(ChunkWork work) {
    return new Worker("intake", work);
  }

  @Bean
  Worker proposalWorker(ProposalSearch search) {
    return new Worker("merge-proposals", search);
  }
}
