package org.insignia.server.issuing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.PublicAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Status lists: whoever asks learns about 131,072 credentials at once, and we about none. */
@RestController
final class StatusDocuments {
  /** A revocation is seen everywhere within this. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final StatusLists lists;

  StatusDocuments(StatusLists lists) {
    this.lists = lists;
  }

  @GetMapping("/status/{id:[0-9a-f-]{36}}")
  ResponseEntity<byte[]> revocation(@PathVariable UUID id, HttpServletRequest request) {
    return list(id, StatusPurpose.REVOCATION, request);
  }

  @GetMapping("/status/{id:[0-9a-f-]{36}}/suspension")
  ResponseEntity<byte[]> suspension(@PathVariable UUID id, HttpServletRequest request) {
    return list(id, StatusPurpose.SUSPENSION, request);
  }

  private ResponseEntity<byte[]> list(UUID id, StatusPurpose purpose, HttpServletRequest request) {
    var list =
        lists
            .current(id, purpose)
            .orElseThrow(() -> new Problem.NotFound("there is no status list " + id));
    var answer = PublicAnswer.of(list.document(), JsonForms.VC, KEPT).to(request);
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .lastModified(list.signedAt())
        .body(answer.getBody());
  }
}
