package org.insignia.server.api.credly.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What every answer is wrapped in: {@code data} and {@code metadata}. */
public final class Envelope {
  private Envelope() {}

  /** One thing. */
  public static ResponseEntity<Object> of(Object data) {
    return answer(HttpStatus.OK, data, Map.of());
  }

  /** One thing that was made. */
  public static ResponseEntity<Object> made(Object data) {
    return answer(HttpStatus.CREATED, data, Map.of());
  }

  /** One thing that was made, and where it is. */
  public static ResponseEntity<Object> made(Object data, URI at) {
    return ResponseEntity.created(at)
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body(data, Map.of()));
  }

  /** Done, and there is nothing to tell. */
  public static ResponseEntity<Object> nothing() {
    return ResponseEntity.noContent().build();
  }

  /** A page of a list. */
  public static ResponseEntity<Object> list(
      List<? extends Map<String, Object>> data, long total, Paging page) {
    return answer(HttpStatus.OK, data, page.metadata(data.size(), total));
  }

  /** A stretch of a list whose length nobody counts. */
  public static ResponseEntity<Object> stretch(
      List<? extends Map<String, Object>> data, @Nullable String next) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("next_page_url", next);
    return answer(HttpStatus.OK, data, metadata);
  }

  static ResponseEntity<Object> refusal(
      HttpStatus status, String message, Map<String, Object> metadata) {
    return answer(status, Map.of("message", message), metadata);
  }

  private static ResponseEntity<Object> answer(
      HttpStatus status, Object data, Map<String, Object> metadata) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body(data, metadata));
  }

  static Map<String, Object> body(Object data, Map<String, Object> metadata) {
    var body = new LinkedHashMap<String, Object>();
    body.put("data", data);
    body.put("metadata", metadata);
    return body;
  }
}
