package org.insignia.server.organisations.settings;

import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettingsUploads {
  /** Twice what is taken, so that who chose too large a picture is told so by the form. */
  @Bean
  Upload organisationLogo(StaffDoor door) {
    return Upload.of(
        "/console/([^/]+)/settings",
        2L * UploadedPictures.MOST_BYTES,
        (request, viewer, path) -> door.enter(viewer, path.group(1), Role.ADMIN));
  }
}
