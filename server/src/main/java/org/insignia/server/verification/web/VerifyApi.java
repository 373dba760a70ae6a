package org.insignia.server.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.verification.Turnstile;
import org.insignia.server.verification.Verification;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Verification for programs: the body is the badge itself in any form (JSON, JWT, PNG, SVG, PDF, or
 * its address as text), the answer the report as the command line writes it.
 */
@RestController
class VerifyApi {
  private final Verification verification;
  private final Turnstile turnstile;

  VerifyApi(Verification verification, Turnstile turnstile) {
    this.verification = verification;
    this.turnstile = turnstile;
  }

  @PostMapping(path = "/rest/v1/verify", consumes = "!multipart/form-data")
  ResponseEntity<String> verify(HttpServletRequest request) throws IOException {
    var body = request.getInputStream().readNBytes(Verification.MOST_BYTES + 1);
    if (body.length == 0) {
      throw new Problem.Invalid("", "send the badge, or its address, as the body of the request");
    }
    if (body.length > Verification.MOST_BYTES) {
      throw new Problem.Invalid("", "larger than " + Verification.MOST_BYTES + " bytes");
    }
    var report =
        turnstile.enter(request.getRemoteAddr(), () -> verification.verifyFor(Bytes.wrap(body)));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(Json.write(report.toJson()));
  }
}
