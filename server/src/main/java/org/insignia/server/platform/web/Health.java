package org.insignia.server.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.platform.health.HealthNote;
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
 * when not. What it can do without is told beside that.
 */
@RestController
final class Health {
  private final JdbcClient db;
  private final ApplicationAvailability availability;
  private final List<HealthNote> notes;

  Health(JdbcClient db, ApplicationAvailability availability, List<HealthNote> notes) {
    this.db = db;
    this.availability = availability;
    this.notes = notes;
  }

  @GetMapping("/healthz")
  ResponseEntity<Map<String, String>> health() {
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return notReady("starting or stopping");
    }
    try {
      db.sql("select 1").query(Integer.class).single();
      var told = new LinkedHashMap<>(Map.of("status", "ready"));
      for (var note : notes) {
        var trouble = note.trouble().get();
        if (!trouble.isEmpty()) {
          told.put(note.part(), trouble);
        }
      }
      return ResponseEntity.ok(told);
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
