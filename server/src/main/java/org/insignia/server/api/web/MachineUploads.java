package org.insignia.server.api.web;

import org.insignia.server.api.AdminToken;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.insights.skill.OwnSkills;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What programs may bring who show a token that opens the place. */
@Configuration(proxyBeanMethods = false)
class MachineUploads {
  private static final long CATALOGUE = 520L << 20;
  private static final long WAGES = 64L << 20;

  /** A picture, and one that is told to be too large. */
  private static final long PICTURE = 2L * UploadedPictures.MOST_BYTES;

  private static final long LETTER = 16L << 20;

  @Bean
  Upload catalogueByMachine(Callers callers) {
    return scoped("/rest/v1/imports/catalogue", CATALOGUE, callers, Scope.CATALOGUE_WRITE);
  }

  /** Read as it comes, however much it is. */
  @Bean
  Upload resultsByMachine(Callers callers) {
    return scoped("/rest/v1/imports/results", Long.MAX_VALUE, callers, Scope.RESULTS_WRITE);
  }

  /** All other imports are read as they come, however much it is. */
  @Bean
  Upload importsByMachine(AdminToken admin) {
    return shown(
        "/rest/v1/imports/(?!catalogue$|wages$|results$|skills$)[a-z-]+", Long.MAX_VALUE, admin);
  }

  @Bean
  Upload listsByMachine(Callers callers) {
    return scoped("/rest/v1/issue", Long.MAX_VALUE, callers, Scope.ISSUE_WRITE);
  }

  @Bean
  Upload looksByMachine(Callers callers) {
    return scoped("/rest/v1/achievements/[^/]+/look", PICTURE, callers, Scope.ACHIEVEMENTS_WRITE);
  }

  @Bean
  Upload logosByMachine(Callers callers) {
    return scoped("/rest/v1/organisation/logo", PICTURE, callers, Scope.ORGANISATION_WRITE);
  }

  @Bean
  Upload wagesByMachine(AdminToken admin) {
    return shown("/rest/v1/imports/wages", WAGES, admin);
  }

  @Bean
  Upload skillsByMachine(AdminToken admin) {
    return shown("/rest/v1/imports/skills", OwnSkills.LARGEST, admin);
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

  private static Upload scoped(String path, long most, Callers callers, Scope scope) {
    return Upload.of(
        path,
        most,
        (request, viewer, matched) ->
            callers.require(request.getHeader(HttpHeaders.AUTHORIZATION), scope));
  }
}
