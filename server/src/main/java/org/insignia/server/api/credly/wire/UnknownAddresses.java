package org.insignia.server.api.credly.wire;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of this tree at which nothing is. */
@RestController
final class UnknownAddresses {
  @RequestMapping("/v1/{*rest}")
  ResponseEntity<Object> nothing() {
    throw Refusal.unknown("Resource");
  }
}
