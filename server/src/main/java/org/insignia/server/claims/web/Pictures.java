package org.insignia.server.claims.web;

import java.time.Duration;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.DesignImages;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The plain picture of a badge, for its earner's eyes: it carries no credential and no name. */
@Component
final class Pictures {
  private static final int SIZE = 480;
  private final DesignImages images;

  Pictures(DesignImages images) {
    this.images = images;
  }

  ResponseEntity<byte[]> of(Credential credential) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePrivate())
        .header("Referrer-Policy", "no-referrer")
        .body(images.png(credential.design(), SIZE).toArray());
  }
}
