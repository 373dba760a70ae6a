package org.insignia.server.sharing.directory;

import org.insignia.server.platform.jobs.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
  @Bean
  Worker directoryWorker(DirectoryIndex index) {
    return new Worker("directory", index::once);
  }
}
