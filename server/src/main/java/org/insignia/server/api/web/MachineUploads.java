package org.insignia.server.api.web;

import org.insignia.server.api.AdminToken;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What programs may bring who show the administrator's token. */
@Configuration(proxyBeanMethods = false)
class MachineUploads {
  private static final long CATALOGUE = 520L << 20;
  private static final long WAGES = 64L << 20;
  private static final long LETTER = 16L << 20;

  @Bean
  Upload catalogueByMachine(AdminToken admin) {
    return shown("/rest/v1/imports/catalogue", CATALOGUE, admin);
  }

  /** All other imports are read as they come, however much it is. */
  @Bean
  Upload importsByMachine(AdminToken admin) {
    return shown("/rest/v1/imports/(?!catalogue$|wages$)[a-z-]+", Long.MAX_VALUE, admin);
  }

  @Bean
  Upload wagesByMachine(AdminToken admin) {
    return shown("/rest/v1/imports/wages", WAGES, admin);
  }

  @Bean
  Upload bouncesByMachine(AdminToken admin) {
    return shown("/rest/v1/mail/bounces", LETTER, admin);
  }

  private static Upload shown(String path, long most, AdminToken admin) {
    return Upload.of(
        path,
        most,
        (request, viewer, matched) -> admin.require(request.getHeader(HttpHeaders.AUTHORIZATION)));
  }
}
