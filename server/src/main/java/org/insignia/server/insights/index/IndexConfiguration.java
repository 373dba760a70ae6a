package org.insignia.server.insights.index;

import java.time.Clock;
import org.insignia.server.insights.index.lucene.LuceneIndex;
import org.insignia.server.insights.index.opensearch.OpenSearchIndex;
import org.insignia.server.insights.index.opensearch.SearchSettings;
import org.insignia.server.platform.health.HealthNote;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndexConfiguration {
  @Bean(destroyMethod = "close")
  JobIndex jobIndex(Settings settings, SearchSettings cluster, Clock clock) {
    if (cluster.isGiven()) {
      return new OpenSearchIndex(cluster, settings.baseUrl(), clock);
    }
    return LuceneIndex.in(settings.dataFolder().resolve("jobs"));
  }

  @Bean
  HealthNote jobIndexHealth(JobIndex index) {
    return new HealthNote("jobs", index::trouble);
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
