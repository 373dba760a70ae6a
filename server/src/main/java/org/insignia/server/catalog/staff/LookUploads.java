package org.insignia.server.catalog.staff;

import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LookUploads {
  /** A picture, and one that is told to be too large. */
  private static final long MOST = 2L * UploadedPictures.MOST_BYTES;

  @Bean
  Upload broughtBadgePictures(StaffDoor door) {
    return Upload.of(
        "/console/([^/]+)/achievements/[^/]+/look/picture",
        MOST,
        (request, viewer, path) -> door.enter(viewer, path.group(1), Role.ADMIN));
  }
}
