package org.insignia.server.api.openapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;

/**
 * Who may do what, as the description tells it: where a program gets its token, and what each scope
 * means in the words that people read on the console and when they are asked.
 */
final class Access {
  private final Settings settings;
  private final Texts texts;

  Access(Settings settings, Texts texts) {
    this.settings = settings;
    this.texts = texts;
  }

  /** Security schemes by their names. */
  Map<String, Object> schemes() {
    Map<String, Object> schemes = new LinkedHashMap<>();
    schemes.put(
        "token",
        bearer(
            "A token that an administrator made at `/console/SLUG/tokens`; it says which scopes it has."));
    schemes.put(
        "client",
        oauth(
            "An OAuth client of an organisation, made at `/console/SLUG/clients` or by `makeClient`.",
            "clientCredentials",
            Map.of("tokenUrl", address("/oauth/token"), "scopes", ofOrganisations())));
    schemes.put(
        "person",
        oauth(
            "A program that an earner allowed to act for them (PKCE with S256).",
            "authorizationCode",
            Map.of(
                "authorizationUrl",
                address("/oauth/authorize"),
                "tokenUrl",
                address("/oauth/token"),
                "refreshUrl",
                address("/oauth/token"),
                "scopes",
                ofPeople())));
    schemes.put(
        "operator",
        bearer(
            "The token in the file `admin.token` of the server's data folder. It belongs to who runs the server."));
    return schemes;
  }

  /** What an operation of organisations needs: a token with this scope, or a client with it. */
  static List<Object> organisation(Object scope) {
    return List.of(Map.of("token", List.of()), Map.of("client", List.of(scope)));
  }

  static List<Object> person(String scope) {
    return List.of(Map.of("person", List.of(scope)));
  }

  static List<Object> operator() {
    return List.of(Map.of("operator", List.of()));
  }

  private Map<String, Object> ofOrganisations() {
    Map<String, Object> scopes = new LinkedHashMap<>();
    Arrays.stream(Scope.values())
        .forEach(scope ->
            scopes.put(scope.word(), english("api.scope." + scope.word().replace(':', '-'))));
    return scopes;
  }

  private Map<String, Object> ofPeople() {
    Map<String, Object> scopes = new LinkedHashMap<>();
    Arrays.stream(PersonScope.values())
        .forEach(scope ->
            scopes.put(
                scope.word(),
                scope.textKeys().stream().map(this::english).collect(Collectors.joining("; "))));
    return scopes;
  }

  private String english(String key) {
    return texts.text(Language.EN, key);
  }

  private String address(String path) {
    return settings.url(path).toString();
  }

  private static Map<String, Object> bearer(String description) {
    return Map.of("type", "http", "scheme", "bearer", "description", description);
  }

  private static Map<String, Object> oauth(
      String description, String flow, Map<String, Object> endpoints) {
    return Map.of("type", "oauth2", "description", description, "flows", Map.of(flow, endpoints));
  }
}
