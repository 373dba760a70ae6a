package org.insignia.server.platform.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;

/**
 * An address of ours that somebody wrote with a slash at its end leads to the page without.
 *
 * <p>Behind the security chain: its firewall has refused double slashes by then, which would turn
 * the redirect into one to another host.
 */
@Configuration(proxyBeanMethods = false)
class Slashes {
  @Bean
  FilterRegistrationBean<UrlHandlerFilter> slashesAtTheEnd() {
    var filter =
        UrlHandlerFilter.trailingSlashHandler("/**")
            .redirect(HttpStatus.PERMANENT_REDIRECT)
            .build();
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.LOWEST_PRECEDENCE);
    return registration;
  }
}
