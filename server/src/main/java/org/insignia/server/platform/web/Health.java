package org.insignia.server.platform.web;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a balancer whether this node can serve: 200 when it is ready and the database answers, 503
 * when not.
 */
@RestController
final class Health {
  private final JdbcClient db;
  private final ApplicationAvailability availability;

  Health(JdbcClient db, ApplicationAvailability availability) {
    this.db = db;
    this.availability = availability;
  }

  @GetMapping("/healthz")
  ResponseEntity<Map<String, String>> health() {
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return notReady("starting or stopping");
    }
    try {
      db.sql("select 1").query(Integer.class).single();
      return ResponseEntity.ok(Map.of("status", "ready"));
    } catch (DataAccessException e) {
      return notReady("the database does not answer");
    }
  }

  private static ResponseEntity<Map<String, String>> notReady(String why) {
    return ResponseEntity.status(503)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(Map.of("status", why));
  }
}
