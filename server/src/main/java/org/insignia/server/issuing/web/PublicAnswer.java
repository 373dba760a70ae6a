package org.insignia.server.issuing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import org.insignia.openbadges.json.Bytes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A document for everybody: any site may read it, any cache may keep it for a while, and who has it
 * already is told so.
 */
record PublicAnswer(Bytes body, String mediaType, CacheControl cache) {
  static final String VC = "application/vc+ld+json";

  /** How long a copy of something that its owner may hide is kept. */
  static final Duration HIDEABLE = Duration.ofSeconds(30);

  static PublicAnswer of(Bytes body, String mediaType, Duration kept) {
    return new PublicAnswer(body, mediaType, CacheControl.maxAge(kept).cachePublic());
  }

  /** What never changes under its address. */
  static PublicAnswer forEver(Bytes body, String mediaType) {
    return new PublicAnswer(
        body, mediaType, CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }

  ResponseEntity<byte[]> to(HttpServletRequest request) {
    String etag = etag();
    var answer =
        ResponseEntity.status(knows(request, etag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
            .eTag(etag)
            .cacheControl(cache)
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            // A picture opened by itself is a document: it may do nothing.
            .header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return knows(request, etag)
        ? answer.build()
        : answer.header(HttpHeaders.CONTENT_TYPE, mediaType).body(body.view());
  }

  private static boolean knows(HttpServletRequest request, String etag) {
    return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }

  private String etag() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(mediaType.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      byte[] hash = digest.digest(body.view());
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 15))
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
