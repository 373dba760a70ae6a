package org.insignia.server.catalog.web;

import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueUploads {
  /** All files of a catalogue together; the import has limits of its own for what is in them. */
  private static final long MOST = 520L << 20;

  @Bean
  Upload catalogueFiles(StaffDoor door) {
    return Upload.of(
        "/console/([^/]+)/catalogue/import",
        MOST,
        (request, viewer, path) -> door.enter(viewer, path.group(1), Role.ADMIN));
  }
}
