package org.insignia.server.insights.feed;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.insignia.server.insights.posting.PostingIntake;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.secrets.Vault;
import org.insignia.server.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class FeedsConfiguration {
  /** A posting that nothing has confirmed for so long is taken to be over. */
  private static final Duration OLD = Duration.ofDays(180);

  /** No run takes so long. */
  private static final Duration KILLED = Duration.ofDays(2);

  static Path spool(Settings settings) {
    return settings.dataFolder().resolve("feeds");
  }

  @Bean
  FeedDownloads feedDownloads(Settings settings) {
    return FeedDownloads.of(settings.baseUrl());
  }

  @Bean
  FeedRuns feedRuns(
      FeedStore feeds,
      RunStore runs,
      PostingIntake intake,
      FeedDownloads downloads,
      Vault vault,
      TransactionTemplate transaction,
      Clock clock,
      Settings settings) {
    return new FeedRuns(feeds, runs, intake, downloads, vault, transaction, clock, spool(settings));
  }

  @Bean
  Worker feedWorker(FeedRuns runs) {
    return new Worker("feeds", runs);
  }

  /** So that one slow feed does not hold up the others. */
  @Bean
  Worker secondFeedWorker(FeedRuns runs) {
    return new Worker("feeds-2", runs);
  }

  @Bean
  Worker feedFileWorker(
      Settings settings, FeedStore store, Feeds feeds, TransactionTemplate transaction) {
    return new Worker("feeds-file", new FeedFile(settings.dataFolder(), store, feeds, transaction));
  }

  @Bean
  Sweep overPostings(PostingIntake intake) {
    return new Sweep() {
      @Override
      public String name() {
        return "over-postings";
      }

      @Override
      public boolean piece(Instant now) {
        return intake.closeExpired(now, now.minus(OLD));
      }
    };
  }
}
