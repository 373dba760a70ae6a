package org.insignia.server.platform.look;

import java.time.Duration;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the stylesheet of an accent: a strict Content-Security-Policy leaves no other way to
 * colour a page.
 */
@RestController
class AccentSheet {
  @GetMapping(path = "/assets/accent/{hex:[0-9a-f]{6}}.css")
  ResponseEntity<String> sheet(@PathVariable String hex) {
    var accent = Accent.parse(hex).orElseThrow(() -> new Problem.NotFound("accent " + hex));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(accent.css());
  }
}
