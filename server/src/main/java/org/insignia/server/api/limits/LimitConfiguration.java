package org.insignia.server.api.limits;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Behind the security chain, so that a refusal has the headers of every other answer. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
  /** What programs talk to. */
  private static final String[] COUNTED = {
    "/rest/v1/*", "/v1/*", "/api/v1/*", "/ims/*", "/oauth/*", "/openid4vci/*"
  };

  @Bean
  FilterRegistrationBean<LimitFilter> limitFilter(
      Limits limits,
      List<Payer> payers,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    var registration = new FilterRegistrationBean<>(new LimitFilter(limits, payers, errors));
    registration.addUrlPatterns(COUNTED);
    registration.setOrder(Ordered.LOWEST_PRECEDENCE - 20);
    return registration;
  }
}
