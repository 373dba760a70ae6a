package org.insignia.server.results.web;

import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResultsUploads {
  /**
   * A file of results and what the form wraps around it; a file beyond is refused as it is read.
   */
  private static final long MOST = 520L << 20;

  @Bean
  Upload resultsFile(StaffDoor door) {
    return Upload.of(
        "/console/([^/]+)/results",
        MOST,
        (request, viewer, path) -> door.enter(viewer, path.group(1), Role.ISSUER));
  }
}
