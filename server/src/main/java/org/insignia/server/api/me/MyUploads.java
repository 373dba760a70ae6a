package org.insignia.server.api.me;

import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What programs of people may bring that is larger than the usual request. */
@Configuration(proxyBeanMethods = false)
class MyUploads {
  /** A picture, and one that is told to be too large. */
  private static final long PICTURE = 2L * UploadedPictures.MOST_BYTES;

  /** As much as the pages take that do the same: the order of ten thousand badges. */
  private static final long LIST = 1 << 20;

  @Bean
  Upload photoByProgram(EarnerDoor door) {
    return scoped("/rest/v1/me/profile/photo", PICTURE, door, PersonScope.ME_PROFILE);
  }

  @Bean
  Upload orderByProgram(EarnerDoor door) {
    return scoped("/rest/v1/me/profile/badges", LIST, door, PersonScope.ME_PROFILE);
  }

  @Bean
  Upload choiceByProgram(EarnerDoor door) {
    return scoped("/rest/v1/me/transcript/(shares|copies)", LIST, door, PersonScope.ME_SHARES);
  }

  private static Upload scoped(String path, long most, EarnerDoor door, PersonScope scope) {
    return Upload.of(path, most, (request, viewer, matched) -> door.enter(request, scope));
  }
}
