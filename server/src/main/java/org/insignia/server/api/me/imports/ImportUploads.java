package org.insignia.server.api.me.imports;

import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.web.Upload;
import org.insignia.server.verification.Verification;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

@Configuration(proxyBeanMethods = false)
class ImportUploads {
  @Bean
  Upload badgesOfElsewhereByProgram(ActingPrograms programs) {
    return Upload.of(
        "/rest/v1/me/imports",
        Verification.MOST_BYTES,
        (request, viewer, path) ->
            programs.require(request.getHeader(HttpHeaders.AUTHORIZATION), PersonScope.ME_IMPORTS));
  }
}
