package org.insignia.server.sharing.foreign;

import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.web.Upload;
import org.insignia.server.verification.Verification;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ForeignConfiguration {
  @Bean
  Worker foreignBadgesWorker(ForeignBadges badges) {
    return new Worker("foreign-badges", badges::checkOne);
  }

  /** One badge as text, another as file, and what a form wraps around them. */
  @Bean
  Upload badgesToImport() {
    return Upload.ofSignedIn("/home/import", 2L * Verification.MOST_BYTES + 64 * 1024);
  }
}
