package org.insignia.server.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the authorization server says of itself (RFC 8414). */
@RestController
class MetadataApi {
  private static final String WELL_KNOWN = "/.well-known/oauth-authorization-server";

  private static final List<String> METHODS =
      List.of("client_secret_basic", "client_secret_post", "none");

  private final TokenExchange exchange;
  private final Settings settings;

  MetadataApi(TokenExchange exchange, Settings settings) {
    this.exchange = exchange;
    this.settings = settings;
  }

  @GetMapping({WELL_KNOWN, WELL_KNOWN + "/**"})
  ResponseEntity<Map<String, Object>> metadata(HttpServletRequest request) {
    WellKnown.requireOurs(request.getRequestURI(), WELL_KNOWN, settings);
    var base = settings.baseUrl().toString();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("issuer", base);
    json.put("authorization_endpoint", base + "/oauth/authorize");
    json.put("token_endpoint", base + "/oauth/token");
    json.put("registration_endpoint", base + "/oauth/register");
    json.put("revocation_endpoint", base + "/oauth/revoke");
    json.put(
        "grant_types_supported", exchange.grants().stream().map(Grant::type).sorted().toList());
    json.put("token_endpoint_auth_methods_supported", METHODS);
    json.put("revocation_endpoint_auth_methods_supported", METHODS);
    json.put("response_types_supported", List.of("code"));
    json.put("response_modes_supported", List.of("query"));
    json.put("code_challenge_methods_supported", List.of("S256"));
    json.put("authorization_response_iss_parameter_supported", true);
    json.put(
        "scopes_supported", exchange.grants().stream().flatMap(g -> g.scopes().stream()).toList());
    json.put("ui_locales_supported", Language.all().stream().map(Language::tag).toList());
    json.put("service_documentation", base + "/developers");
    json.put("op_policy_uri", base + "/privacy");
    json.put("op_tos_uri", base + "/terms");
    exchange.grants().forEach(grant -> json.putAll(grant.metadata()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .contentType(MediaType.APPLICATION_JSON)
        .body(json);
  }
}
