package org.insignia.server.api.host;

import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.web.Upload;
import org.insignia.server.verification.Verification;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

@Configuration(proxyBeanMethods = false)
class HostConfiguration {
  @Bean
  Upload credentialsForPeople(ActingPrograms programs) {
    return Upload.of(
        "/ims/ob/v3p0/credentials",
        Verification.MOST_BYTES,
        (request, viewer, path) ->
            programs.require(request.getHeader(HttpHeaders.AUTHORIZATION), PersonScope.OB3_ADD));
  }

  @Bean
  Upload recordsForPeople(ActingPrograms programs) {
    return Upload.of(
        "/ims/clr/v2p0/credentials",
        Verification.MOST_BYTES,
        (request, viewer, path) ->
            programs.require(request.getHeader(HttpHeaders.AUTHORIZATION), PersonScope.CLR_ADD));
  }

  @Bean
  Upload assertionsForPeople(ActingPrograms programs) {
    return Upload.of(
        "/ims/ob/v2p1/assertions",
        Verification.MOST_BYTES,
        (request, viewer, path) ->
            programs.require(request.getHeader(HttpHeaders.AUTHORIZATION), PersonScope.BC_ADD));
  }
}
