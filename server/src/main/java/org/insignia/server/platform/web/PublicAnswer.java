package org.insignia.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
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
 *
 * @param policy the Content-Security-Policy it is opened under
 * @param vary the request header that it depends on; empty where it depends on none
 */
public record PublicAnswer(
    Bytes body, String mediaType, CacheControl cache, String policy, String vary) {
  /** How long a copy of something that its owner may hide is kept. */
  public static final Duration HIDEABLE = Duration.ofSeconds(30);

  /** A picture opened by itself is a document: it may do nothing. */
  private static final String INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  public static PublicAnswer of(Bytes body, String mediaType, Duration kept) {
    return new PublicAnswer(body, mediaType, CacheControl.maxAge(kept).cachePublic(), INERT, "");
  }

  /** As {@link #of(Bytes, String, Duration)}, for features that do not know the library. */
  public static PublicAnswer of(byte[] body, String mediaType, Duration kept) {
    return of(Bytes.wrap(body), mediaType, kept);
  }

  /** What never changes under its address. */
  public static PublicAnswer forEver(Bytes body, String mediaType) {
    return new PublicAnswer(
        body,
        mediaType,
        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable(),
        INERT,
        "");
  }

  /** The same under another Content-Security-Policy. */
  public PublicAnswer under(String otherPolicy) {
    return new PublicAnswer(body, mediaType, cache, otherPolicy, vary);
  }

  /** The same, and said to depend on this request header. */
  public PublicAnswer varyingBy(String header) {
    return new PublicAnswer(body, mediaType, cache, policy, header);
  }

  /** The answer to this request: the document, or that the one who asks has it. */
  public ResponseEntity<byte[]> to(HttpServletRequest request) {
    String etag = etag();
    boolean known = knows(request, etag);
    var answer =
        ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
            .eTag(etag)
            .cacheControl(cache)
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            .header("Content-Security-Policy", policy);
    if (!vary.isEmpty()) {
      answer.header(HttpHeaders.VARY, vary);
    }
    return known
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
      digest.update(mediaType.getBytes(StandardCharsets.UTF_8));
      byte[] hash = digest.digest(body.view());
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 15))
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
