package org.insignia.server.api.oauth.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.server.api.oauth.OAuthClients;
import org.insignia.server.api.oauth.OAuthRefusal;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.attempts.Network;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes programs in that nobody knows (RFC 7591). It gives them nothing: people are asked each
 * time, and a program that nobody connected goes away again.
 */
@RestController
class RegistrationApi implements Sweep {
  private static final Attempts.Rule PACE =
      Attempts.Rule.easing(20, Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(6));
  private static final Duration UNUSED = Duration.ofDays(30);
  private static final int AT_ONCE = 1000;

  private final OAuthClients clients;
  private final Attempts attempts;
  private final JsonMapper json;

  RegistrationApi(OAuthClients clients, Attempts attempts, JsonMapper json) {
    this.clients = clients;
    this.attempts = attempts;
    this.json = json;
  }

  @PostMapping("/oauth/register")
  ResponseEntity<Map<String, Object>> register(
      @RequestBody(required = false) byte[] body, HttpServletRequest request) {
    var wish = Registration.read(parsed(body));
    attempts
        .count(Attempts.subject("oauth-register", Network.of(request.getRemoteAddr()).name()), PACE)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "too many programs from this network");
        });
    var made =
        clients.register(
            wish.name(),
            wish.isPublic(),
            wish.scopes(),
            wish.redirectUris(),
            json.writeValueAsString(wish.said()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("client_id", made.client().id().toString());
    answer.put("client_id_issued_at", made.client().madeAt().getEpochSecond());
    if (!wish.isPublic()) {
      answer.put("client_secret", made.secret());
      answer.put("client_secret_expires_at", 0);
    }
    answer.putAll(wish.said());
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(answer);
  }

  private JsonNode parsed(byte[] body) {
    try {
      return json.readTree(body == null ? new byte[0] : body);
    } catch (JacksonException e) {
      throw new OAuthRefusal("invalid_client_metadata", "the body is no JSON");
    }
  }

  @Override
  public String name() {
    return "oauth-clients";
  }

  @Override
  public boolean piece(Instant now) {
    return clients.removeUnused(now.minus(UNUSED), AT_ONCE) == AT_ONCE;
  }
}
