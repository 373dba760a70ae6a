package org.insignia.server.insights.index;

import org.insignia.server.insights.index.lucene.LuceneIndex;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndexConfiguration {
  @Bean(destroyMethod = "close")
  LuceneIndex jobIndex(Settings settings) {
    return LuceneIndex.in(settings.dataFolder().resolve("jobs"));
  }

  @Bean
  @ConditionalOnProperty(
      name = "insignia.insights.tagging",
      havingValue = "true",
      matchIfMissing = true)
  Worker jobTaggingWorker(Indexing indexing) {
    return new Worker("job-tagging", indexing::tagSome);
  }

  @Bean
  @ConditionalOnProperty(
      name = "insignia.insights.tagging",
      havingValue = "true",
      matchIfMissing = true)
  Worker jobIndexWorker(Indexing indexing) {
    return new Worker("job-index", indexing::followSome);
  }
}
