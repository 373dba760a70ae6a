package org.insignia.server.api.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.insignia.server.platform.web.PublicAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description where programs look for it. */
@RestController
class DescriptionApi {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private final Description description;

  DescriptionApi(Description description) {
    this.description = description;
  }

  @GetMapping("/openapi.json")
  ResponseEntity<byte[]> json(HttpServletRequest request) {
    return PublicAnswer.of(description.json(), "application/json", KEPT).to(request);
  }
}
