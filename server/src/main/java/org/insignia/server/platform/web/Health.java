package org.insignia.server.platform.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a balancer whether this node can serve: 200 when the database answers, 503 when not. */
@RestController
final class Health {
  private final JdbcClient db;

  Health(JdbcClient db) {
    this.db = db;
  }

  @GetMapping("/healthz")
  ResponseEntity<Map<String, String>> health() {
    try {
      db.sql("select 1").query(Integer.class).single();
      return ResponseEntity.ok(Map.of("status", "ready"));
    } catch (org.springframework.dao.DataAccessException e) {
      return ResponseEntity.status(503)
          .header("Retry-After", "5")
          .body(Map.of("status", "database unavailable"));
    }
  }
}
