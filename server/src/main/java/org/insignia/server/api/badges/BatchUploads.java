package org.insignia.server.api.badges;

import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** A thousand badges are larger than a form. */
@Configuration(proxyBeanMethods = false)
class BatchUploads {
  private static final long MOST = 4L << 20;

  @Bean
  Upload badgesInBatches(Callers callers) {
    return Upload.of(
        "/rest/v1/badges/batch",
        MOST,
        (request, viewer, path) ->
            callers.require(request.getHeader(HttpHeaders.AUTHORIZATION), Scope.BADGES_WRITE));
  }
}
