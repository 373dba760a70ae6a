package org.insignia.server.api.host;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What programs of other hosts need to know first: the service description of Open Badges 3.0 and
 * CLR 2.0, and the manifest of Badge Connect.
 */
@RestController
class HostDiscoveryApi {
  private final Settings settings;

  HostDiscoveryApi(Settings settings) {
    this.settings = settings;
  }

  @GetMapping("/ims/ob/v3p0/discovery")
  ResponseEntity<Map<String, Object>> openBadges() {
    Map<String, String> scopes = new LinkedHashMap<>();
    scopes.put(PersonScope.OB3_READ.word(), "Read all badges of a person");
    scopes.put(PersonScope.OB3_ADD.word(), "Add badges for a person");
    scopes.put(PersonScope.OB3_PROFILE_READ.word(), "Read a person's profile");
    scopes.put(PersonScope.OB3_PROFILE_WRITE.word(), "Change a person's name and headline");
    scopes.put(PersonScope.OFFLINE.word(), "Stay connected by a refresh token");
    return answer(
        description(
            "Open Badges 3.0",
            "/ims/ob/v3p0",
            scopes,
            Map.of(
                "/credentials",
                Map.of(
                    "get", operation("getCredentials", PersonScope.OB3_READ),
                    "post", operation("upsertCredential", PersonScope.OB3_ADD)),
                "/profile",
                Map.of(
                    "get", operation("getProfile", PersonScope.OB3_PROFILE_READ),
                    "put", operation("putProfile", PersonScope.OB3_PROFILE_WRITE)))));
  }

  @GetMapping("/ims/clr/v2p0/discovery")
  ResponseEntity<Map<String, Object>> learnerRecords() {
    return answer(
        description(
            "Comprehensive Learner Record 2.0",
            "/ims/clr/v2p0",
            Map.of(
                PersonScope.CLR_READ.word(), "Read a person's transcript",
                PersonScope.CLR_ADD.word(), "Add learner records for a person",
                PersonScope.OFFLINE.word(), "Stay connected by a refresh token"),
            Map.of(
                "/credentials",
                Map.of(
                    "get", operation("getClrCredentials", PersonScope.CLR_READ),
                    "post", operation("upsertClrCredential", PersonScope.CLR_ADD)))));
  }

  private Map<String, Object> description(
      String title, String base, Map<String, String> scopes, Map<String, Object> paths) {
    return Map.of(
        "openapi",
        "3.0.1",
        "info",
        Map.of(
            "title",
            title,
            "version",
            "1.0",
            "termsOfService",
            at("/terms"),
            "x-imssf-privacyPolicyUrl",
            at("/privacy")),
        "servers",
        List.of(Map.of("url", at(base))),
        "paths",
        paths,
        "components",
        Map.of(
            "securitySchemes",
            Map.of(
                "OAuth2ACG",
                Map.of(
                    "type",
                    "oauth2",
                    "x-imssf-registrationUrl",
                    at("/oauth/register"),
                    "flows",
                    Map.of(
                        "authorizationCode",
                        Map.of(
                            "authorizationUrl", at("/oauth/authorize"),
                            "tokenUrl", at("/oauth/token"),
                            "refreshUrl", at("/oauth/token"),
                            "scopes", scopes))))));
  }

  private static Map<String, Object> operation(String id, PersonScope scope) {
    return Map.of(
        "operationId", id,
        "security", List.of(Map.of("OAuth2ACG", List.of(scope.word()))),
        "responses", Map.of("200", Map.of("description", "done")));
  }

  @GetMapping("/.well-known/badgeconnect.json")
  ResponseEntity<Map<String, Object>> badgeConnect() {
    Map<String, Object> api = new LinkedHashMap<>();
    api.put("id", at("/.well-known/badgeconnect.json") + "#api");
    api.put("type", "BadgeConnectAPI");
    api.put("name", settings.baseUrl().getHost());
    api.put("apiBase", at("/ims/ob/v2p1"));
    api.put("version", "v1p0");
    api.put("termsOfServiceUrl", at("/terms"));
    api.put("privacyPolicyUrl", at("/privacy"));
    api.put(
        "scopesOffered",
        List.of(
            PersonScope.BC_PROFILE_WRITE.word(), // Moodle forgets to ask for the first
            PersonScope.BC_READ.word(),
            PersonScope.BC_ADD.word(),
            PersonScope.BC_PROFILE_READ.word(),
            PersonScope.OFFLINE.word()));
    api.put("registrationUrl", at("/oauth/register"));
    api.put("authorizationUrl", at("/oauth/authorize"));
    api.put("tokenUrl", at("/oauth/token"));
    api.put("tokenRevocationUrl", at("/oauth/revoke"));
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("id", at("/.well-known/badgeconnect.json"));
    manifest.put("type", "Manifest");
    manifest.put("badgeConnectAPI", List.of(api));
    return answer(manifest);
  }

  private String at(String path) {
    return settings.baseUrl() + path;
  }

  private static ResponseEntity<Map<String, Object>> answer(Map<String, Object> json) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .contentType(MediaType.APPLICATION_JSON)
        .body(json);
  }
}
