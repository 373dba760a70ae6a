package org.insignia.server.sharing.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

@Configuration(proxyBeanMethods = false)
class PublicPagesConfiguration {
  /** Whoever has the page already is told so with 304; pages that may not be kept get no tag. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> tagsOfPublicPages() {
    var tags = new ShallowEtagHeaderFilter();
    tags.setWriteWeakETag(true);
    var registration = new FilterRegistrationBean<>(tags);
    registration.addUrlPatterns("/", "/badges/*", "/users/*", "/org", "/org/*", "/verify/*");
    return registration;
  }
}
