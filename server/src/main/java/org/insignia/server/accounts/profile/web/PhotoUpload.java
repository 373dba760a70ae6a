package org.insignia.server.accounts.profile.web;

import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.web.Upload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PhotoUpload {
  /** Twice what is taken, so that the one who chose too large a picture is told so by the form. */
  @Bean
  Upload profilePhoto() {
    return Upload.ofSignedIn("/account/photo", 2L * UploadedPictures.MOST_BYTES);
  }
}
