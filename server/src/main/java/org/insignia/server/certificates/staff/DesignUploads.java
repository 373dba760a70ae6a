package org.insignia.server.certificates.staff;

import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DesignUploads {
  /** A logo, two signatures, and one more that is told to be too large. */
  private static final long MOST = 4L * UploadedPictures.MOST_BYTES;

  @Bean
  Upload certificatePictures(StaffDoor door) {
    return Upload.of(
        "/console/([^/]+)/certificates",
        MOST,
        (request, viewer, path) -> door.enter(viewer, path.group(1), Role.ADMIN));
  }
}
