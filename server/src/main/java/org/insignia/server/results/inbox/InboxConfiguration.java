package org.insignia.server.results.inbox;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxSettings.class)
class InboxConfiguration {
  @Bean
  Worker inboxWorker(Inbox inbox) {
    return new Worker("inbox", inbox);
  }
}
