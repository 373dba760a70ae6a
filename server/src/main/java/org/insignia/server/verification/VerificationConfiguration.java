package org.insignia.server.verification;

import java.time.Clock;
import java.time.Duration;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.outbound.GuardedHttp;
import org.insignia.outbound.HttpDocumentLoader;
import org.insignia.outbound.Limits;
import org.insignia.outbound.Reach;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {
  /** A page waits for these answers, so they get less time than a command line would give. */
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(4), 1 << 20, 3);

  @Bean
  GuardedHttp guardedHttp(Settings settings) {
    return new GuardedHttp(Reach.ofServer(settings.baseUrl()), LIMITS);
  }

  @Bean
  DocumentLoader fetchedDocuments(GuardedHttp http, Clock clock) {
    return new CachedDocuments(new HttpDocumentLoader(http), clock);
  }

  /** One badge as text, another as file, and what a form wraps around them. */
  @Bean
  Upload badgesToVerify() {
    return Upload.ofAnybody("/verify|/rest/v1/verify", 2L * Verification.MOST_BYTES + 64 * 1024);
  }
}
