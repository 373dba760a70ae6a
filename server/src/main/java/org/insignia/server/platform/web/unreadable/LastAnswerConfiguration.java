package org.insignia.server.platform.web.unreadable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.apache.catalina.core.StandardHost;
import org.insignia.server.platform.web.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

@Configuration(proxyBeanMethods = false)
class LastAnswerConfiguration {
  /** The last of all valves, so that it is the first to see what came of a request. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastAnswer(
      ObjectProvider<Refusals> refusals,
      @Qualifier("browsers") ObjectProvider<SecurityFilterChain> browsers) {
    LastAnswer.Words words =
        (request, response, status) ->
            headers(browsers.getObject())
                .doFilter(
                    new Unread(request.getRequest()),
                    response.getResponse(),
                    (asked, answer) ->
                        refusals
                            .getObject()
                            .refuse(
                                (HttpServletRequest) asked,
                                (HttpServletResponse) answer,
                                known(status)));
    return factory ->
        factory.addContextCustomizers(context -> {
          var host = (StandardHost) context.getParent();
          host.getPipeline().addValve(new LastAnswer(words));
        });
  }

  private static HeaderWriterFilter headers(SecurityFilterChain browsers) {
    return browsers.getFilters().stream()
        .filter(HeaderWriterFilter.class::isInstance)
        .map(HeaderWriterFilter.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static HttpStatus known(int status) {
    return Objects.requireNonNullElse(HttpStatus.resolve(status), HttpStatus.BAD_REQUEST);
  }

  /** A request of which perhaps not even the first line was read. */
  private static final class Unread extends HttpServletRequestWrapper {
    Unread(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRequestURI() {
      return Objects.requireNonNullElse(super.getRequestURI(), "/");
    }

    @Override
    public String getMethod() {
      return Objects.requireNonNullElse(super.getMethod(), "GET");
    }
  }
}
