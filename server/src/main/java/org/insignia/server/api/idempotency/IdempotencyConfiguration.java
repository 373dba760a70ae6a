package org.insignia.server.api.idempotency;

import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.tokens.Callers;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Behind the counting of requests: one that is answered from what is kept counts as well. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {
  @Bean
  FilterRegistrationBean<KeyFilter> keyFilter(
      KeptAnswers answers,
      Callers callers,
      ActingPrograms programs,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    var registration =
        new FilterRegistrationBean<>(new KeyFilter(answers, callers, programs, errors));
    registration.addUrlPatterns("/rest/v1/*", "/v1/*", "/api/v1/*");
    registration.setOrder(Ordered.LOWEST_PRECEDENCE - 15);
    return registration;
  }
}
