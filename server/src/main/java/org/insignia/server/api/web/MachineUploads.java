package org.insignia.server.api.web;

import org.insignia.server.api.operator.OperatorDoor;
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
  Upload importsByMachine(OperatorDoor operator) {
    return shown(
        "/rest/v1/imports/(?!catalogue$|wages$|results$|skills$)[a-z-]+", Long.MAX_VALUE, operator);
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
  Upload wagesByMachine(OperatorDoor operator) {
    return shown("/rest/v1/imports/wages", WAGES, operator);
  }

  @Bean
  Upload certificatePicturesByMachine(Callers callers) {
    return scoped("/rest/v1/certificates/pictures", PICTURE, callers, Scope.ORGANISATION_WRITE);
  }

  @Bean
  Upload skillsByMachine(OperatorDoor operator) {
    return shown("/rest/v1/imports/skills", OwnSkills.LARGEST, operator);
  }

  @Bean
  Upload bouncesByMachine(OperatorDoor operator) {
    return shown("/rest/v1/mail/bounces", LETTER, operator);
  }

  private static Upload shown(String path, long most, OperatorDoor operator) {
    return Upload.of(path, most, (request, viewer, matched) -> operator.enter(request));
  }

  private static Upload scoped(String path, long most, Callers callers, Scope scope) {
    return Upload.of(
        path,
        most,
        (request, viewer, matched) ->
            callers.require(request.getHeader(HttpHeaders.AUTHORIZATION), scope));
  }
}
